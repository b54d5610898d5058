import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getSitemapParts } from '#lib/distribution/sitemaps/sitemap-parts'
import { getSitemapPart } from '#lib/distribution/sitemaps/sitemaps'
import { getPeriodArticles, getPeriodsIn } from '#lib/publication/archive'
import { getEdition } from '#lib/publication/articles'
import { makeEdition } from '#lib/publication/edition'
import { rankHotThisWeek, toHour } from '#lib/publication/hot-this-week'
import { getQuotationsOf } from '#lib/publication/people'
import { rankRelated } from '#lib/publication/related'
import { getFrontPage, getStoryLists } from '#lib/publication/story-lists'
import { getTopicArticles } from '#lib/publication/topics'
import { paginate } from '#lib/rules/paginate'
import { resolveRequest } from '#lib/server/gate'
import { snapshotDir } from '#lib/snapshot/paths'
import type { Article, Index } from '#lib/types'

/** Measures the cost of finding the data of pages in the working directory and prints it as JSON on the last line. */
export type PageCost = { name: string; milliseconds: number; growsWith: string }

const now = new Date('2024-11-02T00:00:00Z')
const file = join(snapshotDir, 'index.json')
const index: Index = JSON.parse(readFileSync(file, 'utf8'))
const edition = getEdition(now)
const { articles } = edition
const reads = new Map(
  Array.from({ length: 168 }, (_, hour): [number, Map<string, number>] => [
    toHour(now) - hour,
    new Map(articles.slice(0, 1000).map(({ id }, place) => [id, place])),
  ]),
)
const busiest = [...edition.byPerson].reduce((most, other) => (other[1].length > most[1].length ? other : most))[0]

const costs = [
  once('reading the index', () => JSON.parse(readFileSync(file, 'utf8'))),
  once('an edition', () => makeEdition(index, now)),
  once('the hot list', () => rankHotThisWeek(reads, articles, now)),
  first('the sitemap', () => [getSitemapParts(now), getSitemapPart(1, now)]),
  each('the lists of a story', (article) => getStoryLists(article, now)),
  each('related stories alone', (article) => rankRelated(article, edition)),
  each('the front page', () => getFrontPage(now)),
  each('a page of Latest', (_, place) => paginate(articles, place + 1)),
  each('a page of a topic', ({ topics }, place) => paginate(getTopicArticles(topics[0] ?? '', now), place + 1)),
  each(
    'a month of the archive',
    ({ publishedAt }) => [getPeriodArticles(publishedAt.slice(0, 7), now), getPeriodsIn(publishedAt.slice(0, 7), now)],
    'days with stories',
  ),
  each('the gate', ({ slug }) => resolveRequest(`/articles/${slug}`, now)),
  once('who is quoted most', () => getQuotationsOf(busiest, now)),
]
console.log(JSON.stringify(costs))

/** The median of nine runs. */
function once(name: string, work: () => unknown): PageCost {
  const times = Array.from({ length: 9 }, () => clock(work)).sort((a, b) => a - b)
  return { name, milliseconds: times[4] ?? 0, growsWith: 'stories' }
}

/** A single run, for results that stay cached afterwards. */
function first(name: string, work: () => unknown): PageCost {
  return { name, milliseconds: clock(work), growsWith: 'stories' }
}

/** The mean of 500 stories, spread over all. */
function each(name: string, work: (article: Article, place: number) => unknown, growsWith = 'nothing'): PageCost {
  const step = Math.max(1, Math.floor(articles.length / 500))
  const sample = articles.filter((_, place) => place % step === 0)
  const run = () => sample.forEach(work)
  run()
  return { name, milliseconds: clock(run) / sample.length, growsWith }
}

/** CPU milliseconds. */
function clock(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
