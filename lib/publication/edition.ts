import { periodsOf, toDay } from '#lib/rules/dates'
import { lifeAt, type StoryLife } from '#lib/rules/story-life'
import type { Article, Index } from '#lib/types'
import { asOf } from './as-of'

/**
 * The publication as readers may see it: the public stories, each with the updates and corrections that have taken
 * effect, and the ways to find them. At `from` something in it last changed; `until` is when something changes next.
 */
export type Edition = {
  from: Date
  until: Date
  /** Newest first, as are all lists below. */
  articles: Article[]
  bySlug: Map<string, Article>
  byTopic: Map<string, Article[]>
  byAuthor: Map<string, Article[]>
  /** Stories that quote a person. */
  byPerson: Map<string, Article[]>
  /** People whom a public page quotes. */
  speakers: Set<string>
  /** By year (`2024`), month (`2024-11`) and day (`2024-11-22`) in the publication's zone. */
  byPeriod: Map<string, Article[]>
  /** The stories that follow one, public or withdrawn. */
  followers: Map<string, Article[]>
  /** Stories that were public and are withdrawn. */
  withdrawn: Map<string, Article>
  /** From former slugs to the present slug of a public or withdrawn story. */
  moved: Map<string, string>
  /** Pictures that a public page shows. */
  photos: Set<string>
}

/** Makes the edition of a moment. */
export function makeEdition(index: Index, now: Date): Edition {
  const inLife = (life: StoryLife) =>
    index.articles.filter((article) => lifeAt(article, now) === life).map((article) => asOf(article, now))
  const articles = inLife('public').sort(byNewest)
  const withdrawn = inLife('withdrawn')
  const zone = index.publication.timeZone
  return {
    ...changesAround(index.articles, now),
    articles,
    bySlug: keyBySlug(articles),
    byTopic: groupBy(articles, (article) => article.topics),
    byAuthor: groupBy(articles, (article) => article.authors),
    byPerson: groupBy(articles, (article) => article.people),
    speakers: new Set([...articles.flatMap(({ people }) => people), ...index.standingPeople]),
    byPeriod: groupBy(articles, (article) => periodsOf(toDay(article.publishedAt, zone))),
    followers: groupBy([...articles, ...withdrawn], ({ follows = [] }) => follows),
    withdrawn: keyBySlug(withdrawn),
    moved: new Map([...articles, ...withdrawn].flatMap(movesOf)),
    photos: new Set([...articles.flatMap((article) => article.photos), ...index.standingPhotos]),
  }
}

const times = new WeakMap<Article, number>()

/** When a story was published, in milliseconds. It is read once, where lists that compare would read it over and over. */
export function timeOf(article: Article): number {
  const known = times.get(article)
  if (known !== undefined) return known
  const time = Date.parse(article.publishedAt)
  times.set(article, time)
  return time
}

/** Newest first; stories of one moment in the order of their slugs. */
export const byNewest = (a: Article, b: Article) => timeOf(b) - timeOf(a) || (a.slug < b.slug ? -1 : 1)

const keyBySlug = (articles: Article[]) => new Map(articles.map((article) => [article.slug, article]))

const movesOf = ({ slug, formerSlugs = [] }: Article) => formerSlugs.map((former): [string, string] => [former, slug])

function groupBy(articles: Article[], keysOf: (article: Article) => string[]): Map<string, Article[]> {
  const groups = new Map<string, Article[]>()
  for (const article of articles) {
    for (const key of new Set(keysOf(article))) {
      const group = groups.get(key)
      if (group) group.push(article)
      else groups.set(key, [article])
    }
  }
  return groups
}

/** When what readers see last changed, at the earliest in 1970, and when it changes next. */
function changesAround(articles: Article[], now: Date): { from: Date; until: Date } {
  let from = 0
  let until = 8.64e15
  for (const article of articles) {
    for (const time of changesOf(article).map(Date.parse)) {
      if (time <= +now) from = Math.max(from, time)
      else until = Math.min(until, time)
    }
  }
  return { from: new Date(from), until: new Date(until) }
}

/** The moments at which readers see a story change; a draft has none. */
const changesOf = ({ status, publishedAt, updatedAt, withdrawn, corrections = [] }: Article): string[] =>
  status === 'draft' ? [] : [publishedAt, updatedAt ?? [], withdrawn?.at ?? [], corrections.map(({ at }) => at)].flat()
