import { ListPage } from '#components/lists/list-page'
import { PeriodLinks } from '#components/lists/period-links'
import { StructuredData } from '#components/site/structured-data'
import { toListMetadata } from '#lib/distribution/metadata'
import { toCollectionData, toItems } from '#lib/distribution/structured-data/collection'
import { assertFound } from '#lib/http/params'
import { getPeriodArticles, getPeriodsIn, toPeriodsAround } from '#lib/publication/archive'
import { withPhotos } from '#lib/publication/photos'
import { getSite } from '#lib/publication/site'
import { parseAddress } from '#lib/rules/addresses'
import { archivePath, archivePeriodPath } from '#lib/rules/links'
import { paginate } from '#lib/rules/paginate'

type Props = { params: Promise<{ period: string[] }> }

export const revalidate = 60
export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props) {
  const { name, page } = await findPeriod(params)
  const { archive, dates } = getSite().messages
  return toListMetadata(archive.storiesOf(dates.period(name)), describeList(name), archivePeriodPath(name), page)
}

export default async function PeriodPage({ params }: Props) {
  const now = new Date()
  const { name, page } = await findPeriod(params)
  const site = getSite()
  const { archive, dates } = site.messages
  const { items, ...place } = paginate(getPeriodArticles(name, now), page)
  const list = { title: dates.period(name), description: describeList(name), list: archivePeriodPath(name) }
  const above = [{ name: archive.title, path: archivePath }, ...toPeriodsAround(name).map(toCrumb)]
  return (
    <>
      <StructuredData things={toCollectionData({ ...list, page, items: toItems(items), above })} />
      <ListPage site={site} {...list} label={archive.title} stories={withPhotos(items)} {...place}>
        <PeriodLinks site={site} periods={getPeriodsIn(name, now)} />
      </ListPage>
    </>
  )
}

function describeList(period: string): string {
  const { name, messages } = getSite()
  const { publishedOn, publishedIn } = messages.archive
  return (period.length === 10 ? publishedOn : publishedIn)(name, messages.dates.period(period))
}

const toCrumb = (period: string) => ({ name: getSite().messages.dates.period(period), path: archivePeriodPath(period) })

const findPeriod = async (params: Props['params']) =>
  assertFound(parseAddress(`/archive/${(await params).period.join('/')}`), 'a period')
