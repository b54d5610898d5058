import { Body } from '#components/body'
import { ListPage } from '#components/list-page'
import { getBody } from '#lib/body'
import { topicFeedPath, topicPath } from '#lib/links'
import { toListMetadata, withFeed } from '#lib/metadata'
import { paginate, toPage } from '#lib/paginate'
import { sure, toName } from '#lib/params'
import { withPhotos } from '#lib/photos'
import { getTopic, getTopicArticles, getTopics } from '#lib/topics'

type Props = { params: Promise<{ slug: string; page?: string[] }> }

export const revalidate = 60
export const generateStaticParams = () => getTopics().map(({ slug }) => ({ slug, page: [] }))

export async function generateMetadata({ params }: Props) {
  const { title, description, slug } = await findTopic(params)
  const metadata = toListMetadata(title, description, topicPath(slug), toPage((await params).page))
  return withFeed(metadata, { title, url: topicFeedPath(slug) })
}

export default async function TopicPage({ params }: Props) {
  const now = new Date()
  const { slug, title, description } = await findTopic(params)
  const { items, ...place } = paginate(getTopicArticles(slug, now), toPage((await params).page))
  const body = getBody('topics', slug, now)
  return (
    <ListPage
      title={title}
      description={description}
      label="Topic"
      list={topicPath(slug)}
      stories={withPhotos(items)}
      {...place}
    >
      {body && (
        <div className="max-w-measure">
          <Body tree={body} />
        </div>
      )}
    </ListPage>
  )
}

const findTopic = async (params: Props['params']) => sure(getTopic(toName((await params).slug)), 'a topic')
