import { ListPage } from '#components/list-page'
import { StructuredData } from '#components/structured-data'
import { getArticles } from '#lib/articles'
import { latestPath } from '#lib/links'
import { toListMetadata } from '#lib/metadata'
import { paginate, toPage } from '#lib/paginate'
import { withPhotos } from '#lib/photos'
import { getSite } from '#lib/site'
import { toCollectionData, toItems } from '#lib/structured-data/collection'

type Props = { params: Promise<{ page?: string[] }> }

export const revalidate = 60
export const generateStaticParams = () => [{ page: [] }]

export async function generateMetadata({ params }: Props) {
  return toListMetadata('Latest', describeList(), latestPath, toPage((await params).page))
}

export default async function LatestPage({ params }: Props) {
  const { items, ...place } = paginate(getArticles(new Date()), toPage((await params).page))
  const list = { title: 'Latest', description: describeList(), list: latestPath }
  return (
    <>
      <StructuredData things={toCollectionData({ ...list, page: place.page, items: toItems(items) })} />
      <ListPage {...list} stories={withPhotos(items)} {...place} />
    </>
  )
}

const describeList = () => `Every story of ${getSite().name}, newest first.`
