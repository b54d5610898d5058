import { IndexList } from '#components/lists/index-list'
import { PageHeading } from '#components/site/page-heading'
import { StructuredData } from '#components/site/structured-data'
import { toMetadata } from '#lib/distribution/metadata'
import { toIndexData } from '#lib/distribution/structured-data/collection'
import { getPeople, getQuotationSummary } from '#lib/publication/people'
import { getSite } from '#lib/publication/site'
import { peoplePath, personPath } from '#lib/rules/links'

export const revalidate = 60

export function generateMetadata() {
  const { name, messages } = getSite()
  return toMetadata(messages.people.title, messages.people.description(name), peoplePath)
}

export default function PeoplePage() {
  const now = new Date()
  const { name, messages } = getSite()
  const { title, description, whenEmpty } = messages.people
  const entries = getPeople(now).map(({ slug, name }) => {
    const { total, role } = getQuotationSummary(slug, now)
    return {
      href: personPath(slug),
      title: name,
      note: role && messages.story.role(role.title, role.institution),
      count: messages.lists.quotations(total),
    }
  })
  return (
    <>
      <StructuredData things={toIndexData(title, description(name), peoplePath, entries)} />
      <PageHeading title={title} description={description(name)} />
      <IndexList entries={entries} whenEmpty={whenEmpty} />
    </>
  )
}
