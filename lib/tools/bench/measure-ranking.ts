import { rankHotThisWeek, toHour, windowHours } from '#lib/publication/hot-this-week'
import { makeArticle } from '../testing/make-article'

/** Prints the time for ranking 12,500 stories with a million reads, spread over the window as real reads are. */
const now = new Date('2024-11-22T12:30:00Z')
const stories = Array.from({ length: 12_500 }, (_, index) =>
  makeArticle({ slug: `story-${index}`, publishedAt: new Date(now.getTime() - index * 3_600_000).toISOString() }),
)
const reads = new Map<number, Map<string, number>>()
for (let read = 0; read < 1_000_000; read++) {
  const hour = toHour(now) - ((Math.imul(read, 2_654_435_761) >>> 0) % windowHours)
  const story = `story-${Math.floor(stories.length * ((Math.imul(read, 40_503) >>> 0) / 2 ** 32) ** 3)}`
  const bucket = reads.get(hour) ?? new Map()
  reads.set(hour, bucket.set(story, (bucket.get(story) ?? 0) + 1))
}
const buckets = [...reads.values()].reduce((sum, bucket) => sum + bucket.size, 0)
const times = Array.from({ length: 9 }, () => {
  const start = performance.now()
  rankHotThisWeek(reads, stories, now)
  return performance.now() - start
})
console.log(
  `ranking 12,500 stories with a million reads in ${buckets.toLocaleString('en-US')} buckets: ${times.toSorted((a, b) => a - b)[4]?.toFixed(0)} ms, once a minute`,
)
