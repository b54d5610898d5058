import { ListPage } from '#components/list-page'
import { getArticles } from '#lib/articles'
import { latestPath } from '#lib/links'
import { toListMetadata } from '#lib/metadata'
import { paginate, toPage } from '#lib/paginate'
import { withPhotos } from '#lib/photos'
import { getSite } from '#lib/site'

type Props = { params: Promise<{ page?: string[] }> }

export const revalidate = 60
export const generateStaticParams = () => [{ page: [] }]

export async function generateMetadata({ params }: Props) {
  const description = `Every story of ${getSite().name}, newest first.`
  return toListMetadata('Latest', description, latestPath, toPage((await params).page))
}

export default async function LatestPage({ params }: Props) {
  const { items, ...place } = paginate(getArticles(new Date()), toPage((await params).page))
  return (
    <ListPage
      title="Latest"
      description="Every story, newest first."
      list={latestPath}
      stories={withPhotos(items)}
      {...place}
    />
  )
}
