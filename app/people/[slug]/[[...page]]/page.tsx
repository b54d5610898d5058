import { PageHeading } from '#components/page-heading'
import { Pagination } from '#components/pagination'
import { QuotationList } from '#components/quotation-list'
import { SameAs } from '#components/same-as'
import { StructuredData } from '#components/structured-data'
import { count } from '#lib/count'
import { personFeedPath, personPath } from '#lib/links'
import { toListMetadata, withFeed } from '#lib/metadata'
import { paginate, toPage } from '#lib/paginate'
import { sure, toName } from '#lib/params'
import { getPeople, getPerson, getQuotationsOf } from '#lib/people'
import { getSite } from '#lib/site'
import { toPersonPageData } from '#lib/structured-data/profile'
import type { Person } from '#lib/types'

type Props = { params: Promise<{ slug: string; page?: string[] }> }

export const revalidate = 60
export const generateStaticParams = () => getPeople(new Date()).map(({ slug }) => ({ slug, page: [] }))

export async function generateMetadata({ params }: Props) {
  const person = await findPerson(params)
  const metadata = toListMetadata(
    person.name,
    describeList(person),
    personPath(person.slug),
    toPage((await params).page),
  )
  return withFeed(metadata, { title: `Quotations of ${person.name}`, url: personFeedPath(person.slug) })
}

export default async function PersonPage({ params }: Props) {
  const person = await findPerson(params)
  const { items, page, pages, total } = paginate(getQuotationsOf(person.slug, new Date()), toPage((await params).page))
  return (
    <>
      <StructuredData things={toPersonPageData(person, page)} />
      <PageHeading title={person.name} description={describeList(person)} label="Person">
        {person.nativeName && <p lang={person.nativeName.lang}>{person.nativeName.text}</p>}
        <p className="label text-soft">
          {count(total, 'quotation', 'quotations')} ·{' '}
          <a href={personFeedPath(person.slug)} className="inline-block py-1 underline">
            RSS feed
          </a>
        </p>
        <SameAs name={person.name} addresses={person.sameAs ?? []} />
      </PageHeading>
      <QuotationList quotations={items} />
      <Pagination list={personPath(person.slug)} page={page} pages={pages} />
    </>
  )
}

const describeList = ({ name }: Person) =>
  `Every quotation of ${name} in ${getSite().name}, with the title held that day.`

const findPerson = async (params: Props['params']) =>
  sure(getPerson(toName((await params).slug), new Date()), 'a person')
