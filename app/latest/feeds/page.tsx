import { FeedList } from '#components/lists/feed-list'
import { PageHeading } from '#components/site/page-heading'
import { StructuredData } from '#components/site/structured-data'
import { listFeeds } from '#lib/distribution/feeds/list-feeds'
import { toMetadata } from '#lib/distribution/metadata'
import { toIndexData } from '#lib/distribution/structured-data/collection'
import { getSite } from '#lib/publication/site'
import { feedsPath } from '#lib/rules/links'

export const revalidate = 60

const describePage = () => `Follow ${getSite().name} in a feed reader, without an account.`

export const generateMetadata = () => toMetadata('Feeds', describePage(), feedsPath)

export default function FeedsPage() {
  const { publication, topics, people } = listFeeds(new Date())
  const entries = [...publication, ...topics, ...people].map(({ title, path }) => ({ title, href: path }))
  return (
    <>
      <StructuredData things={toIndexData('Feeds', describePage(), feedsPath, entries)} />
      <PageHeading title="Feeds" description={describePage()}>
        <p>
          A feed reader is a program that brings you what is new from the sites you choose. Copy an address from this
          page into yours. Feeds of stories hold the 50 newest in full, with their pictures and notes. If your reader
          takes all three formats, any of them will do.
        </p>
      </PageHeading>
      <FeedList id="publication" title="The whole publication" feeds={publication} />
      <FeedList id="topics" title="Topics" feeds={topics} />
      <FeedList id="people" title="What people said" feeds={people} />
    </>
  )
}
