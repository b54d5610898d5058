import type { Address } from '#lib/rules/addresses'
import type { Article, Topic } from '#lib/types'
import { getArticle, getArticles } from './articles'
import { byNewest } from './edition'
import { getHotThisWeek, type HotStory } from './hot-this-week'
import { getRelatedArticles } from './related'
import { getStorySoFar } from './story-so-far'
import { getMenuTopics, getTopicArticles } from './topics'

const hotCards = 5
const topicCards = 8

/** The lists at the end of a story. No story stands in two of them, nor the story itself or another part of it in any. */
type StoryLists = { hot: HotStory[]; topics: Article[]; related: Article[] }

/** First choice goes to Related, then Hot, then Topics, whose cards are the newest of the story's own topics, then of the others. */
export function getStoryLists(article: Article, now: Date): StoryLists {
  const used = new Set([article, ...getStorySoFar(article, now)])
  const related = take(getRelatedArticles(article, now), Number.POSITIVE_INFINITY, used)
  const hot = takeHot(now, used)
  const enough = used.size + topicCards
  const own = article.topics.flatMap((topic) => getTopicArticles(topic, now).slice(0, enough)).sort(byNewest)
  const topics = take([...own, ...getArticles(now).slice(0, enough)], topicCards, used)
  return { hot, topics, related }
}

/** What the front page shows, in the order of choice; `sections` are topics that have stories left. */
export type FrontPage = {
  lead: Article | undefined
  hot: HotStory[]
  latest: Article[]
  sections: { topic: Topic; articles: Article[] }[]
}

const latestCards = 6
const sectionCards = 4

/** The front page: the newest story leads, then Hot this week, the latest, and a section for each topic of the menu. */
export function getFrontPage(now: Date): FrontPage {
  const used = new Set<Article>()
  const [lead] = take(getArticles(now), 1, used)
  const hot = takeHot(now, used)
  const latest = take(getArticles(now).slice(0, used.size + latestCards), latestCards, used)
  const sections = getMenuTopics().map((topic) => ({
    topic,
    articles: take(getTopicArticles(topic.slug, now).slice(0, used.size + sectionCards), sectionCards, used),
  }))
  return { lead, hot, latest, sections: sections.filter(({ articles }) => articles.length > 0) }
}

function takeHot(now: Date, used: Set<Article>): HotStory[] {
  const { stories } = getHotThisWeek(now)
  const taken = stories.filter(({ article }) => !used.has(article)).slice(0, hotCards)
  for (const { article } of taken) used.add(article)
  return taken
}

/**
 * Names what a page shows of the hot list; empty where it shows nothing of it. Two pages of one address and one edition
 * with the same key are the same page.
 */
export function getHotKey({ kind, name }: Address, now: Date): string {
  if (kind === 'hot-this-week') return getHotThisWeek(now).rankedAt.toISOString()
  const article = kind === 'article' ? getArticle(name, now) : undefined
  const isFrontPage = kind === 'front-page'
  if (!article && !isFrontPage) return ''
  const used = new Set(
    article
      ? [article, ...getStorySoFar(article, now), ...getRelatedArticles(article, now)]
      : getArticles(now).slice(0, 1),
  )
  return takeHot(now, used)
    .map(({ article, place, reason }) => (reason === 'reads' ? `${place} ${article.slug}` : article.slug))
    .join(', ')
}

/** The first stories of a list that are not used yet, which uses them. */
function take(articles: Article[], most: number, used: Set<Article>): Article[] {
  const taken: Article[] = []
  for (const article of articles) {
    if (taken.length === most) break
    if (used.has(article)) continue
    used.add(article)
    taken.push(article)
  }
  return taken
}
