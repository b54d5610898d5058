import { Pagination } from '#components/lists/pagination'
import { QuotationList } from '#components/lists/quotation-list'
import { PageHeading } from '#components/site/page-heading'
import { SameAs } from '#components/site/same-as'
import { StructuredData } from '#components/site/structured-data'
import { toListMetadata, withFeed } from '#lib/distribution/metadata'
import { toPersonPageData } from '#lib/distribution/structured-data/profile'
import { assertFound, toName } from '#lib/http/params'
import { getPeople, getPerson, getQuotationsOf } from '#lib/publication/people'
import { getSite } from '#lib/publication/site'
import { personFeedPath, personPath } from '#lib/rules/links'
import { paginate, toPage } from '#lib/rules/paginate'
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
  return withFeed(metadata, {
    title: getSite().messages.feeds.quotationsOf(person.name),
    url: personFeedPath(person.slug),
  })
}

export default async function PersonPage({ params }: Props) {
  const site = getSite()
  const person = await findPerson(params)
  const { items, page, pages, total } = paginate(getQuotationsOf(person.slug, new Date()), toPage((await params).page))
  return (
    <>
      <StructuredData things={toPersonPageData(person, page)} />
      <PageHeading title={person.name} description={describeList(person)} label={site.messages.people.label}>
        {person.nativeName && <p lang={person.nativeName.lang}>{person.nativeName.text}</p>}
        <p className="label text-soft">
          {site.messages.lists.quotations(total)} ·{' '}
          <a href={personFeedPath(person.slug)} className="inline-block py-1 underline">
            {site.messages.feeds.rss}
          </a>
        </p>
        <SameAs site={site} name={person.name} addresses={person.sameAs ?? []} />
      </PageHeading>
      <QuotationList site={site} quotations={items} />
      <Pagination site={site} list={personPath(person.slug)} page={page} pages={pages} />
    </>
  )
}

const describeList = ({ name }: Person) => getSite().messages.people.quotationsOf(name, getSite().name)

const findPerson = async (params: Props['params']) =>
  assertFound(getPerson(toName((await params).slug), new Date()), 'a person')
