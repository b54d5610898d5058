import { StoryInFull } from '#app/story'
import { StructuredData } from '#components/site/structured-data'
import { ReadReport } from '#components/story/read-report'
import { toArticleMetadata } from '#lib/distribution/metadata'
import { toArticleData } from '#lib/distribution/structured-data/article'
import { toStorySoFarData } from '#lib/distribution/structured-data/story-so-far'
import { assertFound, toName } from '#lib/http/params'
import { getArticle, getArticles } from '#lib/publication/articles'
import { getArticleBody } from '#lib/publication/body'
import { getStorySoFar } from '#lib/publication/story-so-far'
import { refreshCountedReads } from '#lib/reads/count-reads'
import { readEnvironment } from '#lib/runtime/env'
import { getReadScript } from '#lib/server/read-script'

type Props = { params: Promise<{ slug: string }> }

export const revalidate = 60

export const generateStaticParams = () =>
  getArticles(new Date())
    .slice(0, readEnvironment().PRERENDER_LIMIT)
    .map(({ slug }) => ({ slug }))

export const generateMetadata = async ({ params }: Props) => toArticleMetadata(await findArticle(params, new Date()))

export default async function ArticlePage({ params }: Props) {
  const now = new Date()
  await refreshCountedReads(now)
  const article = await findArticle(params, now)
  const body = getArticleBody(article, now)
  return (
    <>
      <StructuredData things={[...toArticleData(article, body), ...toStorySoFarData(getStorySoFar(article, now))]} />
      <StoryInFull article={article} body={body} now={now} />
      <ReadReport script={getReadScript().path} story={article.slug} />
    </>
  )
}

const findArticle = async (params: Props['params'], now: Date) =>
  assertFound(getArticle(toName((await params).slug), now), 'a public story')
