import { IndexList } from '#components/lists/index-list'
import { PageHeading } from '#components/site/page-heading'
import { StructuredData } from '#components/site/structured-data'
import { toMetadata } from '#lib/distribution/metadata'
import { toIndexData } from '#lib/distribution/structured-data/collection'
import { getPeriodsIn, getYears } from '#lib/publication/archive'
import { getSite } from '#lib/publication/site'
import { archivePath, archivePeriodPath } from '#lib/rules/links'

export const revalidate = 60

export function generateMetadata() {
  const { name, messages } = getSite()
  return toMetadata(messages.archive.title, messages.archive.description(name), archivePath)
}

export default function ArchivePage() {
  const now = new Date()
  const { name, messages } = getSite()
  const { archive, dates, lists } = messages
  const description = archive.description(name)
  const years = getYears(now).flatMap((year) => [year, ...getPeriodsIn(year.name, now)])
  const entries = years.map(({ name, stories }) => ({
    href: archivePeriodPath(name),
    title: dates.period(name),
    count: lists.stories(stories),
  }))
  return (
    <>
      <StructuredData things={toIndexData(archive.title, description, archivePath, entries)} />
      <PageHeading title={archive.title} description={description} />
      <IndexList entries={entries} whenEmpty={lists.whenEmpty} />
    </>
  )
}
