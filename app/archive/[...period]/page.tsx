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
import { formatPeriod } from '#lib/rules/dates'
import { archivePath, archivePeriodPath } from '#lib/rules/links'
import { paginate } from '#lib/rules/paginate'

type Props = { params: Promise<{ period: string[] }> }

export const revalidate = 60
export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props) {
  const { name, page } = await findPeriod(params)
  return toListMetadata(`Stories of ${formatPeriod(name)}`, describeList(name), archivePeriodPath(name), page)
}

export default async function PeriodPage({ params }: Props) {
  const now = new Date()
  const { name, page } = await findPeriod(params)
  const { items, ...place } = paginate(getPeriodArticles(name, now), page)
  const list = { title: formatPeriod(name), description: describeList(name), list: archivePeriodPath(name) }
  const above = [{ name: 'Archive', path: archivePath }, ...toPeriodsAround(name).map(toCrumb)]
  return (
    <>
      <StructuredData things={toCollectionData({ ...list, page, items: toItems(items), above })} />
      <ListPage site={getSite()} {...list} label="Archive" stories={withPhotos(items)} {...place}>
        <PeriodLinks periods={getPeriodsIn(name, now)} />
      </ListPage>
    </>
  )
}

const describeList = (period: string) =>
  `What ${getSite().name} published ${period.length === 10 ? 'on' : 'in'} ${formatPeriod(period)}.`

const toCrumb = (period: string) => ({ name: formatPeriod(period), path: archivePeriodPath(period) })

const findPeriod = async (params: Props['params']) =>
  assertFound(parseAddress(`/archive/${(await params).period.join('/')}`), 'a period')
