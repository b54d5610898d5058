import { expect, test } from 'vitest'
import { makeTokenBuckets } from './token-bucket'

test('who asks too often waits, and may ask again when the time is over', () => {
  const buckets = makeTokenBuckets({ burst: 2, perSecond: 0.5 })
  expect([0, 0, 0].map((time) => buckets.take('a', time))).toEqual([0, 0, 2])
  expect(buckets.take('b', 0)).toBe(0)
  expect(buckets.take('a', 1000)).toBe(1)
  expect([2000, 2000].map((time) => buckets.take('a', time))).toEqual([0, 2])
})

test('of very many the one who has not asked for longest is forgotten', () => {
  const buckets = makeTokenBuckets({ burst: 1, perSecond: 0.001 })
  buckets.take('first', 0)
  buckets.take('second', 0)
  buckets.take('first', 0)
  for (let number = 0; number < 9_999; number++) buckets.take(`other ${number}`, 0)
  expect(buckets.take('first', 0)).toBeGreaterThan(0)
  expect(buckets.take('second', 0)).toBe(0)
})

test('nobody waits because the clock was put back', () => {
  const buckets = makeTokenBuckets({ burst: 2, perSecond: 1 })
  expect(buckets.take('a', 3_600_000)).toBe(0)
  expect(buckets.take('a', 0)).toBe(0)
})

test('who has used more than was taken in advance waits longer, but owes no more than a burst', () => {
  const buckets = makeTokenBuckets({ burst: 100, perSecond: 10 })
  expect(buckets.take('a', 0, 50)).toBe(0)
  buckets.charge('a', 0, 100)
  expect(buckets.take('a', 0, 50)).toBe(10)
  buckets.charge('a', 0, 1_000_000)
  expect(buckets.take('a', 0, 50)).toBe(15)
  expect(buckets.take('b', 0, 50)).toBe(0)
  // Others who come meanwhile let nobody off.
  expect(buckets.take('b', 11_000, 50)).toBe(0)
  expect(buckets.take('a', 11_000, 50)).toBe(4)
})
