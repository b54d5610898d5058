import { ListPage } from '#components/list-page'
import { PeriodLinks } from '#components/period-links'
import { parseAddress } from '#lib/addresses'
import { getPeriodArticles, getPeriodsIn } from '#lib/archive'
import { formatPeriod } from '#lib/dates'
import { archivePeriodPath } from '#lib/links'
import { toListMetadata } from '#lib/metadata'
import { paginate } from '#lib/paginate'
import { sure } from '#lib/params'
import { withPhotos } from '#lib/photos'
import { getSite } from '#lib/site'

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
  return (
    <ListPage
      title={formatPeriod(name)}
      description={describeList(name)}
      label="Archive"
      list={archivePeriodPath(name)}
      stories={withPhotos(items)}
      {...place}
    >
      <PeriodLinks periods={getPeriodsIn(name, now)} />
    </ListPage>
  )
}

const describeList = (period: string) =>
  `What ${getSite().name} published ${period.length === 10 ? 'on' : 'in'} ${formatPeriod(period)}.`

const findPeriod = async (params: Props['params']) =>
  sure(parseAddress(`/archive/${(await params).period.join('/')}`), 'a period')
