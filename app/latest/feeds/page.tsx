import { FeedList } from '#components/lists/feed-list'
import { PageHeading } from '#components/site/page-heading'
import { StructuredData } from '#components/site/structured-data'
import { listFeeds } from '#lib/distribution/feeds/list-feeds'
import { toMetadata } from '#lib/distribution/metadata'
import { toIndexData } from '#lib/distribution/structured-data/collection'
import { getSite } from '#lib/publication/site'
import { feedsPath } from '#lib/rules/links'

export const revalidate = 60

export function generateMetadata() {
  const { name, messages } = getSite()
  return toMetadata(messages.feeds.title, messages.feeds.description(name), feedsPath)
}

export default function FeedsPage() {
  const { name, messages } = getSite()
  const { feeds } = messages
  const description = feeds.description(name)
  const { publication, topics, people } = listFeeds(new Date())
  const entries = [...publication, ...topics, ...people].map(({ title, path }) => ({ title, href: path }))
  return (
    <>
      <StructuredData things={toIndexData(feeds.title, description, feedsPath, entries)} />
      <PageHeading title={feeds.title} description={description}>
        <p>{feeds.explanation}</p>
      </PageHeading>
      <FeedList id="publication" title={feeds.wholePublication} feeds={publication} />
      <FeedList id="topics" title={messages.topics.title} feeds={topics} />
      <FeedList id="people" title={feeds.whatPeopleSaid} feeds={people} />
    </>
  )
}
