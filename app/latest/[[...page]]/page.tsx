import { ListPage } from '#components/lists/list-page'
import { StructuredData } from '#components/site/structured-data'
import { toListMetadata } from '#lib/distribution/metadata'
import { toCollectionData, toItems } from '#lib/distribution/structured-data/collection'
import { getArticles } from '#lib/publication/articles'
import { withPhotos } from '#lib/publication/photos'
import { getSite } from '#lib/publication/site'
import { latestPath } from '#lib/rules/links'
import { paginate, toPage } from '#lib/rules/paginate'

type Props = { params: Promise<{ page?: string[] }> }

export const revalidate = 60
export const generateStaticParams = () => [{ page: [] }]

export async function generateMetadata({ params }: Props) {
  const { name, messages } = getSite()
  return toListMetadata(
    messages.latest.title,
    messages.latest.description(name),
    latestPath,
    toPage((await params).page),
  )
}

export default async function LatestPage({ params }: Props) {
  const site = getSite()
  const { title, description } = site.messages.latest
  const { items, ...place } = paginate(getArticles(new Date()), toPage((await params).page))
  const list = { title, description: description(site.name), list: latestPath }
  return (
    <>
      <StructuredData things={toCollectionData({ ...list, page: place.page, items: toItems(items) })} />
      <ListPage site={site} {...list} stories={withPhotos(items)} {...place} />
    </>
  )
}
