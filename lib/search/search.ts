import { getEdition } from '../articles'
import { boundsOfDay } from '../dates'
import { paginate } from '../paginate'
import { getSite } from '../site'
import type { MarkedTexts, SearchIndex } from '../stores/search-index'
import type { Article, SearchHit, SearchResults } from '../types'
import { findPeople } from './find-people'
import { rankMatches } from './rank-matches'
import { getSearchHelp } from './search-help'
import { toExpression, toTerms } from './search-query'
import type { SearchRequest } from './search-request'
import { toStretches } from './search-text'

/** For how many milliseconds a search may take the server's time. */
const defaultPatience = 250

/**
 * The public stories of a moment that have all words of a query, 20 a page, the best first. A page past the end has no
 * hits. Throws what the database throws.
 */
export function search(
  index: SearchIndex,
  request: SearchRequest,
  now: Date,
  patience = defaultPatience,
): SearchResults {
  const { q, page } = request
  const expression = toExpression(toTerms(q))
  const matches = expression === '' ? [] : index.match(expression)
  const { found, isCutOff } = rankMatches(matches, getEdition(now), toFilter(request), now, patience)
  const { items, ...place } = paginate(found, page)
  return {
    hits: items.map(({ article, id }) => toHit(article, index.mark(expression, id))),
    ...place,
    isCutOff,
    people: page === 1 ? findPeople(q, now) : [],
    help: found.length === 0 && !isCutOff ? getSearchHelp(index, q, now) : undefined,
  }
}

function toHit(article: Article, { headline, dek, snippet }: MarkedTexts): SearchHit {
  const body = toStretches(snippet)
  const excerpt = body.some(({ isMatch }) => isMatch) ? body : toStretches(dek)
  return { article, headline: toStretches(headline), excerpt }
}

/** Whether a story is of the topic and the days that were asked for. */
function toFilter({ topic, from, to }: SearchRequest): (article: Article) => boolean {
  const { timeZone } = getSite()
  const start = from ? boundsOfDay(from, timeZone)[0].getTime() : Number.NEGATIVE_INFINITY
  const end = to ? boundsOfDay(to, timeZone)[1].getTime() : Number.POSITIVE_INFINITY
  return ({ topics, publishedAt }) => {
    const time = Date.parse(publishedAt)
    return (topic === '' || topics.includes(topic)) && start <= time && time < end
  }
}
