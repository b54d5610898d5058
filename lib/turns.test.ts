import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { makeTurns, TooManyWait } from './turns'

test('a few are at work at once, and clients take turns however much one wants', async () => {
  const inTurn = makeTurns(2, 10)
  const done: string[] = []
  let [atWork, most] = [0, 0]
  const work = (name: string) => async () => {
    most = Math.max(most, ++atWork)
    await setImmediate()
    atWork--
    done.push(name)
  }
  await Promise.all([
    ...Array.from({ length: 10 }, (_, number) => inTurn('greedy', work(`greedy ${number}`))),
    inTurn('modest', work('modest')),
    inTurn('other', work('other')),
  ])
  expect([most, done.length]).toEqual([2, 12])
  expect(done.indexOf('modest')).toBeLessThan(5)
  expect(done.indexOf('other')).toBeLessThan(6)
  expect(done.filter((name) => name.startsWith('greedy'))).toEqual(done.filter((n) => n.startsWith('greedy')).sort())
})

test('beyond what one client may have waiting it is refused, and nobody else is', async () => {
  const inTurn = makeTurns(1, 2)
  const work = () => setImmediate()
  const results = await Promise.allSettled([
    ...Array.from({ length: 5 }, () => inTurn('greedy', work)),
    inTurn('modest', work),
  ])
  expect(results.map(({ status }) => status === 'fulfilled')).toEqual([true, true, true, false, false, true])
  expect(results[3]).toMatchObject({ reason: expect.any(TooManyWait) })
})

test('between two pieces of work the process does other things, and work that fails hands its turn over', async () => {
  const inTurn = makeTurns(1, 10)
  const order: string[] = []
  const first = inTurn('a', async () => order.push('first'))
  const failing = inTurn('a', () => Promise.reject(new Error('no')))
  const last = inTurn('a', async () => order.push('last'))
  const between = setImmediate().then(() => order.push('something else'))
  await Promise.allSettled([first, failing, last, between])
  expect(order).toEqual(['first', 'something else', 'last'])
})
