import { IndexList } from '#components/lists/index-list'
import { PageHeading } from '#components/site/page-heading'
import { StructuredData } from '#components/site/structured-data'
import { toMetadata } from '#lib/distribution/metadata'
import { toIndexData } from '#lib/distribution/structured-data/collection'
import { getSite } from '#lib/publication/site'
import { getTopicArticles, getTopics } from '#lib/publication/topics'
import { topicPath, topicsPath } from '#lib/rules/links'

export const revalidate = 60

export function generateMetadata() {
  const { name, messages } = getSite()
  return toMetadata(messages.topics.title, messages.topics.description(name), topicsPath)
}

export default function TopicsPage() {
  const now = new Date()
  const { name, messages } = getSite()
  const { title, description, whenEmpty } = messages.topics
  const entries = getTopics().map(({ slug, title, description }) => ({
    href: topicPath(slug),
    title,
    note: description,
    count: messages.lists.stories(getTopicArticles(slug, now).length),
  }))
  return (
    <>
      <StructuredData things={toIndexData(title, description(name), topicsPath, entries)} />
      <PageHeading title={title} description={description(name)} />
      <IndexList entries={entries} whenEmpty={whenEmpty} />
    </>
  )
}
