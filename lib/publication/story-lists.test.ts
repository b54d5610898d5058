import { expect, test, vi } from 'vitest'
import { makeArticle } from '#lib/tools/testing/make-article'
import { makeIndex, snapshotOf } from '#lib/tools/testing/make-index'
import type { Index } from '#lib/types'
import { getStoryLists } from './story-lists'
import { getStorySoFar } from './story-so-far'

const now = new Date('2024-11-22T12:00:00Z')

const snapshot = vi.hoisted(() => ({ index: {} as Index }))
vi.mock('#lib/snapshot/load', () => ({
  readIndex: () => snapshot.index,
  readSnapshot: () => snapshotOf(snapshot.index),
}))

const day = (number: number) => `2024-11-${String(number).padStart(2, '0')}T00:00:00Z`
const others = Array.from({ length: 19 }, (_, index) =>
  makeArticle({ slug: `other-${index + 1}`, publishedAt: day(index + 1) }),
)

test('a story that stands in Story so far stands in no list after it, and the lists are full without it', () => {
  const first = makeArticle({ slug: 'first', publishedAt: day(20) })
  const second = makeArticle({ slug: 'second', publishedAt: day(21), follows: ['first'] })
  const third = makeArticle({ slug: 'third', publishedAt: day(22), follows: ['second'] })
  snapshot.index = makeIndex({ articles: [first, second, third, ...others] })
  const { hot, topics, related } = getStoryLists(second, now)
  const lists = [related, hot.map(({ article }) => article), topics]
  expect(lists.map((list) => list.length)).toEqual([6, 5, 8])
  const shown = [...getStorySoFar(second, now), ...lists.flat()].map(({ slug }) => slug)
  expect(shown.toSorted()).toEqual(['first', 'second', 'third', ...others.map(({ slug }) => slug)].toSorted())
})

test('a story that stands alone is in none of its own lists', () => {
  const alone = makeArticle({ slug: 'alone', publishedAt: day(22) })
  snapshot.index = makeIndex({ articles: [alone, makeArticle({ slug: 'other' })] })
  const { hot, topics, related } = getStoryLists(alone, now)
  expect([...related, ...hot.map(({ article }) => article), ...topics].map(({ slug }) => slug)).toEqual(['other'])
})
