import { CorrectionList } from '#components/lists/correction-list'
import { Pagination } from '#components/lists/pagination'
import { PageHeading } from '#components/site/page-heading'
import { StructuredData } from '#components/site/structured-data'
import { toListMetadata, withFeed } from '#lib/distribution/metadata'
import { toCollectionData, toItems } from '#lib/distribution/structured-data/collection'
import { getAllCorrections } from '#lib/publication/corrections'
import { getSite } from '#lib/publication/site'
import { count } from '#lib/rules/count'
import { correctionsFeedPath, correctionsPath } from '#lib/rules/links'
import { paginate, toPage } from '#lib/rules/paginate'

type Props = { params: Promise<{ page?: string[] }> }

export const revalidate = 60
export const generateStaticParams = () => [{ page: [] }]

const describeList = () => `What ${getSite().name} has put right in its stories, newest first.`

export async function generateMetadata({ params }: Props) {
  const metadata = toListMetadata('Corrections', describeList(), correctionsPath, toPage((await params).page))
  return withFeed(metadata, { title: 'Corrections', url: correctionsFeedPath })
}

export default async function CorrectionsPage({ params }: Props) {
  const { items, page, pages, total } = paginate(getAllCorrections(new Date()), toPage((await params).page))
  const stories = toItems(items.map(({ article }) => article))
  const list = { title: 'Corrections', description: describeList(), list: correctionsPath, page, items: stories }
  return (
    <>
      <StructuredData things={toCollectionData(list)} />
      <PageHeading title="Corrections" description={describeList()}>
        <p className="label text-soft">
          {count(total, 'correction', 'corrections')}
          {pages > 1 && `, page ${page} of ${pages}`} ·{' '}
          <a href={correctionsFeedPath} className="inline-block py-1 underline">
            RSS feed
          </a>
        </p>
      </PageHeading>
      <CorrectionList site={getSite()} corrections={items} />
      <Pagination list={correctionsPath} page={page} pages={pages} />
    </>
  )
}
