import { PageHeading } from '#components/site/page-heading'
import { StructuredData } from '#components/site/structured-data'
import { Body } from '#components/story/body'
import { toMetadata } from '#lib/distribution/metadata'
import { toPageData } from '#lib/distribution/structured-data/page'
import { assertFound, toName } from '#lib/http/params'
import { getBody } from '#lib/publication/body'
import { getPage, getPages } from '#lib/publication/pages'
import { getSite } from '#lib/publication/site'
import { pagePath } from '#lib/rules/links'

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
      {body && <Body site={getSite()} tree={body} />}
    </div>
  )
}

const findPage = async (params: Props['params']) => assertFound(getPage(toName((await params).page)), 'a page')
