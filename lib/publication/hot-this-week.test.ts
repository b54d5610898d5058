import { expect, test } from 'vitest'
import { makeArticle } from '#lib/tools/testing/make-article'
import { rankHotThisWeek, toHour } from './hot-this-week'

const now = new Date('2024-11-22T12:30:00Z')
const stories = ['newest', 'second', 'third', 'oldest'].map((slug) => makeArticle({ slug }))

/** Ranks by reads of each story at ages in hours. */
function rank(counts: Record<string, Record<number, number>>) {
  const reads = new Map<number, Map<string, number>>()
  for (const [id, ages] of Object.entries(counts)) {
    for (const [age, count] of Object.entries(ages)) {
      const hour = toHour(now) - Number(age)
      reads.set(hour, (reads.get(hour) ?? new Map()).set(id, count))
    }
  }
  return rankHotThisWeek(reads, stories, now)
}

test('without readers the newest stories stand in the list, and say why', () => {
  expect(rank({}).map(({ article, reason }) => [article.slug, reason])).toEqual([
    ['newest', 'newest'],
    ['second', 'newest'],
    ['third', 'newest'],
    ['oldest', 'newest'],
  ])
})

test('one read ranks a story, and a read is worth half after 72 hours', () => {
  const [first, second, third] = rank({ oldest: { 0: 1 }, third: { 72: 3 } })
  expect(first).toMatchObject({ article: { slug: 'third' }, score: 1.5, reads: 3, reason: 'reads' })
  expect(second).toMatchObject({ article: { slug: 'oldest' }, score: 1, reads: 1, reason: 'reads' })
  expect(third).toMatchObject({ article: { slug: 'newest' }, score: 0, reason: 'newest' })
})

test('ties go to the newer story; reads of more than 168 hours ago, of the future and of unknown stories count for nothing', () => {
  const ranked = rank({
    oldest: { 1: 2 },
    second: { 1: 2 },
    third: { 168: 99, [-1]: 99 },
    unknown: { 0: 99 },
  })
  expect(ranked.map(({ article }) => article.slug)).toEqual(['second', 'oldest', 'newest', 'third'])
})

test('a place tells all that its score was made from, the latest hour first', () => {
  const [first] = rank({ third: { 100: 4, 2: 5, 167: 1 } })
  expect(first?.buckets.map(({ hour, reads }) => [toHour(now) - hour, reads])).toEqual([
    [2, 5],
    [100, 4],
    [167, 1],
  ])
  expect(first?.reads).toBe(10)
  expect(first?.score).toBeCloseTo(5 * 2 ** (-2 / 72) + 4 * 2 ** (-100 / 72) + 2 ** (-167 / 72))
})
