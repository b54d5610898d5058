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
import { formatDay, formatTime } from '#lib/rules/dates'
import { hotThisWeekPath } from '#lib/rules/links'
import { pageSize } from '#lib/rules/paginate'

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
          site={getSite()}
          id="newest"
          title="Latest stories, not yet read"
          articles={unread.slice(0, pageSize - read.length).map(({ article }) => article)}
          columns="three"
        />
      )}
    </>
  )
}
