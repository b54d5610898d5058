import { HotList } from '#components/hot-list'
import { HowHotIsMade } from '#components/how-hot-is-made'
import { PageHeading } from '#components/page-heading'
import { StoryList } from '#components/story-list'
import { StructuredData } from '#components/structured-data'
import { formatDay, formatTime } from '#lib/dates'
import { getHotThisWeek } from '#lib/hot-this-week'
import { hotThisWeekPath } from '#lib/links'
import { toMetadata } from '#lib/metadata'
import { pageSize } from '#lib/paginate'
import { refreshCountedReads } from '#lib/server/count-reads'
import { getSite } from '#lib/site'
import { toCollectionData, toItems } from '#lib/structured-data/collection'

export const revalidate = 60

const title = 'Hot this week'
const description = 'The stories that readers kept open in the last seven days, and how this ranking is made.'

export const generateMetadata = () => toMetadata(title, description, hotThisWeekPath)

export default async function HotThisWeekPage() {
  const now = new Date()
  await refreshCountedReads(now)
  const { stories, rankedAt } = getHotThisWeek(now)
  const { timeZone } = getSite()
  const [read, unread] = (['reads', 'newest'] as const).map((why) => stories.filter(({ reason }) => reason === why))
  const items = toItems(stories.slice(0, pageSize).map(({ article }) => article))
  const time = rankedAt.toISOString()
  return (
    <>
      <StructuredData things={toCollectionData({ title, description, list: hotThisWeekPath, items })} />
      <PageHeading title={title} description={description}>
        <p className="label text-soft">
          Ranked {formatDay(time, timeZone)}, {formatTime(time, timeZone)}
        </p>
      </PageHeading>
      {read?.length ? (
        <HotList stories={read.slice(0, pageSize)} />
      ) : (
        <p className="text-soft">No reader has been counted in the last seven days.</p>
      )}
      <HowHotIsMade />
      {unread && read && read.length < pageSize && (
        <StoryList
          id="newest"
          title="Latest stories, not yet read"
          articles={unread.slice(0, pageSize - read.length).map(({ article }) => article)}
          columns="three"
        />
      )}
    </>
  )
}
