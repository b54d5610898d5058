import { ListPage } from '#components/lists/list-page'
import { StructuredData } from '#components/site/structured-data'
import { Body } from '#components/story/body'
import { toListMetadata, withFeed } from '#lib/distribution/metadata'
import { toCollectionData, toItems } from '#lib/distribution/structured-data/collection'
import { assertFound, toName } from '#lib/http/params'
import { getBody } from '#lib/publication/body'
import { withPhotos } from '#lib/publication/photos'
import { getSite } from '#lib/publication/site'
import { getTopic, getTopicArticles, getTopics } from '#lib/publication/topics'
import { topicFeedPath, topicPath, topicsPath } from '#lib/rules/links'
import { paginate, toPage } from '#lib/rules/paginate'

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
  const site = getSite()
  const { slug, title, description } = await findTopic(params)
  const { items, ...place } = paginate(getTopicArticles(slug, now), toPage((await params).page))
  const body = getBody('topics', slug, now)
  const list = { title, description, list: topicPath(slug) }
  const above = [{ name: site.messages.topics.title, path: topicsPath }]
  return (
    <>
      <StructuredData things={toCollectionData({ ...list, page: place.page, items: toItems(items), above })} />
      <ListPage site={site} {...list} label={site.messages.topics.label} stories={withPhotos(items)} {...place}>
        {body && (
          <div className="max-w-measure">
            <Body site={site} tree={body} />
          </div>
        )}
      </ListPage>
    </>
  )
}

const findTopic = async (params: Props['params']) => assertFound(getTopic(toName((await params).slug)), 'a topic')
