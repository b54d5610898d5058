import { IndexList } from '#components/index-list'
import { PageHeading } from '#components/page-heading'
import { count } from '#lib/count'
import { topicPath, topicsPath } from '#lib/links'
import { toMetadata } from '#lib/metadata'
import { getSite } from '#lib/site'
import { getTopicArticles, getTopics } from '#lib/topics'

export const revalidate = 60

export const generateMetadata = () => toMetadata('Topics', `What ${getSite().name} writes about.`, topicsPath)

export default function TopicsPage() {
  const now = new Date()
  const entries = getTopics().map(({ slug, title, description }) => ({
    href: topicPath(slug),
    title,
    note: description,
    count: count(getTopicArticles(slug, now).length, 'story', 'stories'),
  }))
  return (
    <>
      <PageHeading title="Topics" description={`What ${getSite().name} writes about.`} />
      <IndexList entries={entries} whenEmpty="No topics yet." />
    </>
  )
}
