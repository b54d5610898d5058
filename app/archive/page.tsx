import { IndexList } from '#components/index-list'
import { PageHeading } from '#components/page-heading'
import { StructuredData } from '#components/structured-data'
import { getPeriodsIn, getYears } from '#lib/archive'
import { count } from '#lib/count'
import { formatPeriod } from '#lib/dates'
import { archivePath, archivePeriodPath } from '#lib/links'
import { toMetadata } from '#lib/metadata'
import { getSite } from '#lib/site'
import { toIndexData } from '#lib/structured-data/collection'

export const revalidate = 60

const describeList = () => `Every story of ${getSite().name} by date.`

export const generateMetadata = () => toMetadata('Archive', describeList(), archivePath)

export default function ArchivePage() {
  const now = new Date()
  const years = getYears(now).flatMap((year) => [year, ...getPeriodsIn(year.name, now)])
  const entries = years.map(({ name, stories }) => ({
    href: archivePeriodPath(name),
    title: formatPeriod(name),
    count: count(stories, 'story', 'stories'),
  }))
  return (
    <>
      <StructuredData things={toIndexData('Archive', describeList(), archivePath, entries)} />
      <PageHeading title="Archive" description={describeList()} />
      <IndexList entries={entries} whenEmpty="No stories yet." />
    </>
  )
}
