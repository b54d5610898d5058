import { Body } from '#components/body'
import { PageHeading } from '#components/page-heading'
import { StructuredData } from '#components/structured-data'
import { getBody } from '#lib/body'
import { pagePath } from '#lib/links'
import { toMetadata } from '#lib/metadata'
import { getPage, getPages } from '#lib/pages'
import { sure, toName } from '#lib/params'
import { toPageData } from '#lib/structured-data/page'

type Props = { params: Promise<{ page: string }> }

export const revalidate = 60
export const generateStaticParams = () => getPages().map(({ slug }) => ({ page: slug }))

export async function generateMetadata({ params }: Props) {
  const { title, description, slug } = await findPage(params)
  return toMetadata(title, description, pagePath(slug))
}

export default async function StandingPage({ params }: Props) {
  const page = await findPage(params)
  const body = getBody('pages', page.slug, new Date())
  return (
    <div className="mx-auto max-w-measure space-y-8">
      <StructuredData things={toPageData(page)} />
      <PageHeading title={page.title} description={page.description} />
      {body && <Body tree={body} />}
    </div>
  )
}

const findPage = async (params: Props['params']) => sure(getPage(toName((await params).page)), 'a page')
