import { StoryInFull } from '#app/story'
import { ReadReport } from '#components/read-report'
import { StructuredData } from '#components/structured-data'
import { getArticle, getArticles } from '#lib/articles'
import { getArticleBody } from '#lib/body'
import { readEnvironment } from '#lib/env'
import { toArticleMetadata } from '#lib/metadata'
import { sure, toName } from '#lib/params'
import { refreshCountedReads } from '#lib/server/count-reads'
import { getReadScript } from '#lib/server/read-script'
import { getStorySoFar } from '#lib/story-so-far'
import { toArticleData } from '#lib/structured-data/article'
import { toStorySoFarData } from '#lib/structured-data/story-so-far'

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
  sure(getArticle(toName((await params).slug), now), 'a public story')
