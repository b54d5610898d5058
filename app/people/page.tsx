import { IndexList } from '#components/lists/index-list'
import { PageHeading } from '#components/site/page-heading'
import { StructuredData } from '#components/site/structured-data'
import { toMetadata } from '#lib/distribution/metadata'
import { toIndexData } from '#lib/distribution/structured-data/collection'
import { getPeople, getQuotationSummary } from '#lib/publication/people'
import { getSite } from '#lib/publication/site'
import { count } from '#lib/rules/count'
import { peoplePath, personPath } from '#lib/rules/links'

export const revalidate = 60

const describeList = () => `Everybody whom ${getSite().name} quotes, with every quotation.`

export const generateMetadata = () => toMetadata('People quoted', describeList(), peoplePath)

export default function PeoplePage() {
  const now = new Date()
  const entries = getPeople(now).map(({ slug, name }) => {
    const { total, role } = getQuotationSummary(slug, now)
    return {
      href: personPath(slug),
      title: name,
      note: role && `${role.title}, ${role.institution}`,
      count: count(total, 'quotation', 'quotations'),
    }
  })
  return (
    <>
      <StructuredData things={toIndexData('People quoted', describeList(), peoplePath, entries)} />
      <PageHeading title="People quoted" description={describeList()} />
      <IndexList entries={entries} whenEmpty="Nobody is quoted yet." />
    </>
  )
}
