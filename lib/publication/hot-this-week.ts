import type { Article } from '#lib/types'
import { getArticles } from './articles'
import { type CountedReads, getCountedReads, type Reads } from './counted-reads'

/** Reads of a story in one hour; `hour` counts hours since 1970. */
export type Bucket = { hour: number; reads: number }

/** A place in the list, the first is 1, and how the story came to it; `reads` are those of the window, `buckets` the latest first. */
export type HotStory = {
  article: Article
  place: number
  score: number
  reads: number
  reason: 'reads' | 'newest'
  buckets: Bucket[]
}

export const windowHours = 168
const halfLifeHours = 72
export const formula = 'Σ over its hourly buckets of the last 168 h of reads × 2^(−age in hours / 72)'

/** How many places are ranked; lists show fewer. */
const places = 100

export const toHour = (time: Date) => Math.floor(time.getTime() / 3_600_000)

/**
 * Ranks stories by readers: score = Σ over the hourly buckets of the last 168 h of reads × 2^(−age in hours / 72), the
 * age counted in whole hours of the clock. Ties go to the newer story, then the slug. Places without readers are filled
 * with the newest stories, and say so. `stories` come newest first.
 */
export function rankHotThisWeek(reads: Reads, stories: readonly Article[], now: Date): HotStory[] {
  const hours = [...reads.keys()].filter((hour) => isInWindow(hour, now)).sort((a, b) => b - a)
  const scores = new Map<string, number>()
  for (const hour of hours) {
    const weight = 2 ** (-ageOf(hour, now) / halfLifeHours)
    for (const [id, count] of reads.get(hour) ?? []) scores.set(id, (scores.get(id) ?? 0) + count * weight)
  }
  const read = stories
    .flatMap((article, place) => ({ article, place, score: scores.get(article.id) ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, places)
    .map(({ article, score }) => ({
      article,
      score,
      reason: 'reads' as const,
      ...countReads(article.id, hours, reads),
    }))
  const ranked = new Set(read.map(({ article }) => article))
  const newest = stories.slice(0, places).filter((article) => !ranked.has(article))
  const filling = newest.map((article) => ({ article, score: 0, reason: 'newest' as const, reads: 0, buckets: [] }))
  return [...read, ...filling].slice(0, places).map((story, index) => ({ ...story, place: index + 1 }))
}

/** How old an hour's reads are, in whole hours. */
export const ageOf = (hour: number, now: Date) => toHour(now) - hour

const isInWindow = (hour: number, now: Date) => ageOf(hour, now) >= 0 && ageOf(hour, now) < windowHours

function countReads(id: string, hours: number[], reads: Reads): { reads: number; buckets: Bucket[] } {
  const buckets = hours.flatMap((hour) => {
    const count = reads.get(hour)?.get(id)
    return count ? { hour, reads: count } : []
  })
  return { reads: buckets.reduce((sum, bucket) => sum + bucket.reads, 0), buckets }
}

/** The hot list, the hottest first, and the moment for which it was ranked. */
export type HotThisWeek = { stories: HotStory[]; rankedAt: Date }

const uncounted: Reads = new Map()
let current: { stories: Article[]; counted: CountedReads | undefined; hot: HotThisWeek } | undefined

/** The hot list as of the latest count of reads; it is ranked anew for each count and each edition. */
export function getHotThisWeek(now: Date): HotThisWeek {
  const stories = getArticles(now)
  const counted = getCountedReads()
  if (current?.stories !== stories || current.counted !== counted) {
    const { reads, countedAt } = counted ?? { reads: uncounted, countedAt: now }
    current = { stories, counted, hot: { stories: rankHotThisWeek(reads, stories, countedAt), rankedAt: countedAt } }
  }
  return current.hot
}
