import { IndexList } from '#components/index-list'
import { PageHeading } from '#components/page-heading'
import { StructuredData } from '#components/structured-data'
import { count } from '#lib/count'
import { topicPath, topicsPath } from '#lib/links'
import { toMetadata } from '#lib/metadata'
import { getSite } from '#lib/site'
import { toIndexData } from '#lib/structured-data/collection'
import { getTopicArticles, getTopics } from '#lib/topics'

export const revalidate = 60

const describeList = () => `What ${getSite().name} writes about.`

export const generateMetadata = () => toMetadata('Topics', describeList(), topicsPath)

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
      <StructuredData things={toIndexData('Topics', describeList(), topicsPath, entries)} />
      <PageHeading title="Topics" description={describeList()} />
      <IndexList entries={entries} whenEmpty="No topics yet." />
    </>
  )
}
