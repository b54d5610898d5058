import { CorrectionList } from '#components/lists/correction-list'
import { Pagination } from '#components/lists/pagination'
import { PageHeading } from '#components/site/page-heading'
import { StructuredData } from '#components/site/structured-data'
import { toListMetadata, withFeed } from '#lib/distribution/metadata'
import { toCollectionData, toItems } from '#lib/distribution/structured-data/collection'
import { getAllCorrections } from '#lib/publication/corrections'
import { getSite } from '#lib/publication/site'
import { correctionsFeedPath, correctionsPath } from '#lib/rules/links'
import { paginate, toPage } from '#lib/rules/paginate'

type Props = { params: Promise<{ page?: string[] }> }

export const revalidate = 60
export const generateStaticParams = () => [{ page: [] }]

export async function generateMetadata({ params }: Props) {
  const { name, messages } = getSite()
  const { title, description } = messages.corrections
  const metadata = toListMetadata(title, description(name), correctionsPath, toPage((await params).page))
  return withFeed(metadata, { title, url: correctionsFeedPath })
}

export default async function CorrectionsPage({ params }: Props) {
  const site = getSite()
  const { corrections, feeds } = site.messages
  const [title, description] = [corrections.title, corrections.description(site.name)]
  const { items, page, pages, total } = paginate(getAllCorrections(new Date()), toPage((await params).page))
  const stories = toItems(items.map(({ article }) => article))
  const list = { title, description, list: correctionsPath, page, items: stories }
  return (
    <>
      <StructuredData things={toCollectionData(list)} />
      <PageHeading title={title} description={description}>
        <p className="label text-soft">
          {corrections.count(total, page, pages)} ·{' '}
          <a href={correctionsFeedPath} className="inline-block py-1 underline">
            {feeds.rss}
          </a>
        </p>
      </PageHeading>
      <CorrectionList site={site} corrections={items} />
      <Pagination site={site} list={correctionsPath} page={page} pages={pages} />
    </>
  )
}
