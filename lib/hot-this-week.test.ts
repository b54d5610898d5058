import { expect, test } from 'vitest'
import { rankHotThisWeek } from './hot-this-week'
import { makeArticle } from './make-article'

const now = new Date('2024-11-22T12:30:00Z')
const thisHour = Math.floor(now.getTime() / 3_600_000)
const stories = ['newest', 'second', 'third', 'oldest'].map((slug) => makeArticle({ slug }))
const rank = (reads: Record<string, { age: number; reads: number }[]>) =>
  rankHotThisWeek(
    new Map(
      Object.entries(reads).map(([id, list]) => [id, list.map(({ age, reads }) => ({ hour: thisHour - age, reads }))]),
    ),
    stories,
    now,
  )

test('without readers the newest stories stand in the list, and say why', () => {
  expect(rank({}).map(({ article, reason }) => [article.slug, reason])).toEqual([
    ['newest', 'newest'],
    ['second', 'newest'],
    ['third', 'newest'],
    ['oldest', 'newest'],
  ])
})

test('one read ranks a story, and a read is worth half after 72 hours', () => {
  const [first, second, third] = rank({ oldest: [{ age: 0, reads: 1 }], third: [{ age: 72, reads: 3 }] })
  expect(first).toMatchObject({ article: { slug: 'third' }, score: 1.5, reason: 'reads' })
  expect(second).toMatchObject({ article: { slug: 'oldest' }, score: 1, reason: 'reads' })
  expect(third).toMatchObject({ article: { slug: 'newest' }, reason: 'newest' })
})

test('ties go to the newer story; reads of more than 168 hours ago and of unknown stories count for nothing', () => {
  const ranked = rank({
    oldest: [{ age: 1, reads: 2 }],
    second: [{ age: 1, reads: 2 }],
    third: [{ age: 168, reads: 99 }],
    unknown: [{ age: 0, reads: 99 }],
  })
  expect(ranked.map(({ article }) => article.slug)).toEqual(['second', 'oldest', 'newest', 'third'])
})
