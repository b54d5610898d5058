import type { Article } from '#lib/types'
import { getArticle, getEdition } from './articles'
import { byNewest, type Edition, timeOf } from './edition'
import { keepForEdition } from './once-per-edition'
import { orderParts } from './story-so-far'

const most = 6
/** How many stories on either side in time of each shared topic or person are looked at. */
const reach = 100
const day = 86_400_000

/**
 * Up to six stories that share a topic or a person with one. A shared topic or person counts ln(1 + N / n), N being all
 * stories and n those that have it (inverse document frequency), so that rare ones count more; nearness in time adds up to 1.
 * Parts of the same story have a list of their own and are left out.
 */
export function rankRelated(article: Article, edition: Edition): Article[] {
  const parts = new Set(orderParts(article, edition))
  const scores = new Map<Article, number>()
  for (const group of groupsOf(article, edition)) {
    const weight = Math.log(1 + edition.articles.length / group.length)
    for (const other of around(article, group)) scores.set(other, (scores.get(other) ?? 0) + weight)
  }
  const best: Scored[] = []
  for (const [other, shared] of scores) {
    const last = best[most - 1]
    // Nearness adds 1 at the most.
    if ((last && shared + 1 < last.score) || parts.has(other)) continue
    const scored = { other, score: shared + nearness(article, other) }
    if (last && byScore(last, scored) < 0) continue
    best.push(scored)
    best.sort(byScore).splice(most)
  }
  return best.map(({ other }) => other)
}

/** The stories to read after one, the nearest first. */
export const getRelatedArticles = (article: Article, now: Date): Article[] =>
  // A preview makes its story anew each time.
  getArticle(article.slug, now) === article ? relatedTo(article, now) : rankRelated(article, getEdition(now))

const relatedTo = keepForEdition((article: Article, now) => rankRelated(article, getEdition(now)))

type Scored = { other: Article; score: number }

const byScore = (a: Scored, b: Scored) => b.score - a.score || byNewest(a.other, b.other)

const groupsOf = ({ topics, people }: Article, { byTopic, byPerson }: Edition) =>
  [...new Set(topics)]
    .map((topic) => byTopic.get(topic))
    .concat(people.map((person) => byPerson.get(person)))
    .filter((group) => group !== undefined)

/** The members of a group, kept newest first, that are nearest to a story in time, without the story itself. */
function around(article: Article, group: Article[]): Article[] {
  const place = placeIn(group, article)
  return group.slice(Math.max(0, place - reach), place + reach + 1).filter((other) => other !== article)
}

function placeIn(group: Article[], article: Article): number {
  let low = 0
  let high = group.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = group[middle]
    if (other && byNewest(other, article) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** 1 for stories of one moment, a half at 30 days' distance. */
const nearness = (a: Article, b: Article) => 2 ** (-Math.abs(timeOf(a) - timeOf(b)) / (30 * day))
