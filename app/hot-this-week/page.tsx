import { HotList } from '#components/lists/hot-list'
import { HowHotIsMade } from '#components/lists/how-hot-is-made'
import { StoryList } from '#components/lists/story-list'
import { PageHeading } from '#components/site/page-heading'
import { StructuredData } from '#components/site/structured-data'
import { toMetadata } from '#lib/distribution/metadata'
import { toCollectionData, toItems } from '#lib/distribution/structured-data/collection'
import { getHotThisWeek } from '#lib/publication/hot-this-week'
import { getSite } from '#lib/publication/site'
import { refreshCountedReads } from '#lib/reads/count-reads'
import { hotThisWeekPath } from '#lib/rules/links'
import { pageSize } from '#lib/rules/paginate'

export const revalidate = 60

export function generateMetadata() {
  const { title, description } = getSite().messages.hotThisWeek
  return toMetadata(title, description, hotThisWeekPath)
}

export default async function HotThisWeekPage() {
  const now = new Date()
  await refreshCountedReads(now)
  const { stories, rankedAt } = getHotThisWeek(now)
  const site = getSite()
  const { hotThisWeek, dates } = site.messages
  const { title, description } = hotThisWeek
  const [read, unread] = (['reads', 'newest'] as const).map((why) => stories.filter(({ reason }) => reason === why))
  const items = toItems(stories.slice(0, pageSize).map(({ article }) => article))
  return (
    <>
      <StructuredData things={toCollectionData({ title, description, list: hotThisWeekPath, items })} />
      <PageHeading title={title} description={description}>
        <p className="label text-soft">{hotThisWeek.rankedAt(dates.moment(rankedAt.toISOString(), site.timeZone))}</p>
      </PageHeading>
      {read?.length ? (
        <HotList site={site} stories={read.slice(0, pageSize)} />
      ) : (
        <p className="text-soft">{hotThisWeek.whenEmpty}</p>
      )}
      <HowHotIsMade site={site} />
      {unread && read && read.length < pageSize && (
        <StoryList
          site={site}
          id="newest"
          title={hotThisWeek.notYetRead}
          articles={unread.slice(0, pageSize - read.length).map(({ article }) => article)}
          columns="three"
        />
      )}
    </>
  )
}
