import { Article } from '#components/article'
import { HotThisWeek } from '#components/hot-this-week'
import { ReadReport } from '#components/read-report'
import { StoryList } from '#components/story-list'
import { StructuredData } from '#components/structured-data'
import { getArticle, getArticles, getCorrections, getUpdatedAt } from '#lib/articles'
import { getAuthorsOf } from '#lib/authors'
import { getArticleBody } from '#lib/body'
import { readEnvironment } from '#lib/env'
import { toArticleMetadata } from '#lib/metadata'
import { sure, toName } from '#lib/params'
import { getPeopleOf } from '#lib/people'
import { getPhoto } from '#lib/photos'
import { getReadScript } from '#lib/server/read-script'
import { getStoryLists } from '#lib/story-lists'
import { toArticleData } from '#lib/structured-data/article'
import { getTopicsOf } from '#lib/topics'

type Props = { params: Promise<{ slug: string }> }

export const revalidate = 60

export const generateStaticParams = () =>
  getArticles(new Date())
    .slice(0, readEnvironment().PRERENDER_LIMIT)
    .map(({ slug }) => ({ slug }))

export const generateMetadata = async ({ params }: Props) => toArticleMetadata(await findArticle(params), new Date())

export default async function ArticlePage({ params }: Props) {
  const now = new Date()
  const article = await findArticle(params)
  const body = getArticleBody(article, now)
  const { hot, topics, related } = getStoryLists(article, now)
  return (
    <>
      <StructuredData things={toArticleData(article, body, now)} />
      <Article
        article={article}
        authors={getAuthorsOf(article)}
        topics={getTopicsOf(article)}
        people={getPeopleOf(article)}
        photo={getPhoto(article)}
        body={body}
        corrections={getCorrections(article, now)}
        updatedAt={getUpdatedAt(article, now)}
      />
      <div className="no-print space-y-10">
        <HotThisWeek stories={hot} />
        <StoryList id="topics" title="Topics" articles={topics} columns="four" />
        <StoryList id="related-articles" title="Related articles" articles={related} columns="three" />
      </div>
      <ReadReport script={getReadScript().path} story={article.slug} />
    </>
  )
}

const findArticle = async (params: Props['params']) =>
  sure(getArticle(toName((await params).slug), new Date()), 'a public story')
