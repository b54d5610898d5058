import { IndexList } from '#components/lists/index-list'
import { PageHeading } from '#components/site/page-heading'
import { StructuredData } from '#components/site/structured-data'
import { toMetadata } from '#lib/distribution/metadata'
import { toIndexData } from '#lib/distribution/structured-data/collection'
import { getPeriodsIn, getYears } from '#lib/publication/archive'
import { getSite } from '#lib/publication/site'
import { count } from '#lib/rules/count'
import { formatPeriod } from '#lib/rules/dates'
import { archivePath, archivePeriodPath } from '#lib/rules/links'

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
