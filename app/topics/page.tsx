import { IndexList } from '#components/lists/index-list'
import { PageHeading } from '#components/site/page-heading'
import { StructuredData } from '#components/site/structured-data'
import { toMetadata } from '#lib/distribution/metadata'
import { toIndexData } from '#lib/distribution/structured-data/collection'
import { getSite } from '#lib/publication/site'
import { getTopicArticles, getTopics } from '#lib/publication/topics'
import { count } from '#lib/rules/count'
import { topicPath, topicsPath } from '#lib/rules/links'

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
