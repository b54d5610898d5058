import { getArticles } from './articles'
import type { Article } from './types'

/** Reads of a story in one hour; `hour` counts hours since 1970. */
export type Bucket = { hour: number; reads: number }

/** The hourly buckets of each story, by its lasting id. */
export type Reads = ReadonlyMap<string, readonly Bucket[]>

/** A place in the list and how the story came to it. */
export type HotStory = { article: Article; score: number; reason: 'reads' | 'newest' }

export const windowHours = 168
const halfLifeHours = 72
const hour = 3_600_000

/**
 * Ranks stories by readers: score = Σ over the hourly buckets of the last 168 h of reads × 2^(−age in hours / 72).
 * Ties go to the newer story, then the slug. Places without readers are filled with the newest stories, and say so.
 * `stories` come newest first.
 */
export function rankHotThisWeek(reads: Reads, stories: readonly Article[], now: Date): HotStory[] {
  const order = new Map(stories.map((article, place) => [article.id, { article, place }]))
  const read = [...reads.keys()]
    .flatMap((id) => order.get(id) ?? [])
    .map(({ article, place }) => ({ article, place, score: scoreOf(reads.get(article.id) ?? [], now) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
  const ranked = new Set(read.map(({ article }) => article))
  const newest = stories.filter((article) => !ranked.has(article))
  return [
    ...read.map(({ article, score }) => ({ article, score, reason: 'reads' as const })),
    ...newest.map((article) => ({ article, score: 0, reason: 'newest' as const })),
  ]
}

function scoreOf(buckets: readonly Bucket[], now: Date): number {
  const thisHour = Math.floor(now.getTime() / hour)
  return buckets
    .map(({ hour, reads }) => ({ age: thisHour - hour, reads }))
    .filter(({ age }) => age >= 0 && age < windowHours)
    .reduce((score, { age, reads }) => score + reads * 2 ** (-age / halfLifeHours), 0)
}

const uncounted: Reads = new Map()
let ranked: { stories: Article[]; list: HotStory[] } | undefined

/** The hot list of a moment, the hottest first. Until readers are counted it is the newest stories. */
export function getHotThisWeek(now: Date): HotStory[] {
  const stories = getArticles(now)
  if (ranked?.stories !== stories) ranked = { stories, list: rankHotThisWeek(uncounted, stories, now) }
  return ranked.list
}
