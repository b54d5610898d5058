import { getEdition } from '#lib/publication/articles'
import { timeOf } from '#lib/publication/edition'
import { getSite } from '#lib/publication/site'
import { boundsOfDay } from '#lib/rules/dates'
import { paginate } from '#lib/rules/paginate'
import type { Article, SearchHit, SearchResults } from '#lib/types'
import { findPeople } from './find-people'
import { getSearchHelp } from './search-help'
import type { MarkedTexts, Match, SearchIndex } from './search-index'
import { toExpression, toTerms } from './search-query'
import type { SearchRequest } from './search-request'
import { toSegmentes } from './search-text'
import { startTimeLimit, type TimeLimit } from './time-limit'

/** For how many milliseconds matches are looked for and weighed, and for how many more they are made ready to show. */
const [maxMatchMs, maxShowMs] = [250, 250]

/** How many of the newest stories a search shows that could not weigh all. */
const maxUnweighed = 200

/**
 * The public stories of a moment that have all words of a query, 20 a page, the best first. A page past the end has no
 * hits. A search that takes too long has the newest stories only. Rejects with what the database throws.
 */
export async function search(
  index: SearchIndex,
  request: SearchRequest,
  now: Date,
  maxMs = maxMatchMs,
): Promise<SearchResults> {
  const { q, page } = request
  const expression = toExpression(toTerms(q))
  const weighed =
    expression === '' ? [] : await within(index, maxMs, (limit) => limit.ask(() => index.match(expression, now)))
  return within(index, maxShowMs, async (limit) => {
    const matches = weighed ?? (await limit.ask(() => index.findNewest(expression, maxUnweighed))) ?? []
    const found = toPublic(matches, request, now)
    const { items, ...place } = paginate(found, page)
    const ids = items.map(({ id }) => id)
    const marked = ids.length > 0 ? await limit.ask(() => index.mark(expression, ids)) : undefined
    return {
      hits: items.map(({ article, id }) => toHit(article, marked?.get(id))),
      ...place,
      isCutOff: weighed === undefined,
      people: page === 1 ? findPeople(q, now) : [],
      help: found.length === 0 && weighed ? await getSearchHelp({ index, limit, now }, q) : undefined,
    }
  })
}

async function within<T>(index: SearchIndex, maxMs: number, work: (limit: TimeLimit) => Promise<T>): Promise<T> {
  const limit = startTimeLimit(index, maxMs)
  return work(limit).finally(limit.end)
}

/** A story as it is shown; without marks where there was no time for them. */
function toHit(article: Article, marked: MarkedTexts = { ...article, snippet: '' }): SearchHit {
  const body = toSegmentes(marked.snippet)
  const excerpt = body.some(({ isMatch }) => isMatch) ? body : toSegmentes(marked.dek)
  return { article, headline: toSegmentes(marked.headline), excerpt }
}

/** The matches that are public at a moment, of the topic and the days that were asked for. */
function toPublic(matches: Match[], request: SearchRequest, now: Date): { article: Article; id: number }[] {
  const { bySlug } = getEdition(now)
  const isWanted = toFilter(request)
  return matches.flatMap(({ id, slug }) => {
    const article = bySlug.get(slug)
    return article && isWanted(article) ? [{ article, id }] : []
  })
}

function toFilter({ topic, from, to }: SearchRequest): (article: Article) => boolean {
  if (!topic && !from && !to) return () => true
  const { timeZone } = getSite()
  const start = from ? boundsOfDay(from, timeZone)[0].getTime() : Number.NEGATIVE_INFINITY
  const end = to ? boundsOfDay(to, timeZone)[1].getTime() : Number.POSITIVE_INFINITY
  return (article) => {
    const time = timeOf(article)
    return (topic === '' || article.topics.includes(topic)) && start <= time && time < end
  }
}
