import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { answerFor, makeTurns, TooManyWait } from './turns'

/** Lets work be done for a client, which is in the network of its first word. */
const askFor = <T>(name: string, ask: () => Promise<T>) =>
  answerFor(() => ({ name, network: name.split(' ')[0] ?? '' }), ask)

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
    ...Array.from({ length: 10 }, (_, number) => askFor('greedy', () => inTurn(work(`greedy ${number}`)))),
    askFor('modest', () => inTurn(work('modest'))),
    askFor('other', () => inTurn(work('other'))),
  ])
  expect([most, done.length]).toEqual([2, 12])
  expect(done.indexOf('modest')).toBeLessThan(5)
  expect(done.indexOf('other')).toBeLessThan(6)
  const greedy = done.filter((name) => name.startsWith('greedy'))
  expect(greedy).toEqual(greedy.toSorted())
})

test('networks take turns, however many clients one has, and within each its clients', async () => {
  const inTurn = makeTurns(1, 10)
  const done: string[] = []
  const ask = (name: string) => askFor(name, () => inTurn(async () => void done.push(name)))
  const many = Array.from({ length: 30 }, (_, number) => ask(`wide ${number}`))
  await Promise.all([...many, ask('modest'), ask('wide 1'), ask('modest again')])
  expect(done.indexOf('modest')).toBe(2)
  expect(done.indexOf('modest again')).toBe(4)
  expect(done.lastIndexOf('wide 1')).toBe(done.length - 1)
})

test('beyond what one client or network may have waiting it is refused, and nobody else is', async () => {
  const inTurn = makeTurns(1, 2)
  const work = () => setImmediate()
  const names = [...Array(5).fill('greedy'), ...Array.from({ length: 10 }, (_, number) => `wide ${number}`), 'modest']
  const results = await Promise.allSettled(names.map((name) => askFor(name, () => inTurn(work))))
  const refused = names.filter((_, at) => results[at]?.status === 'rejected')
  expect(refused).toEqual(['greedy', 'greedy', 'wide 8', 'wide 9'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(TooManyWait) })
})

test('between two pieces of work the process does other things, and work that fails hands its turn over', async () => {
  const inTurn = makeTurns(1, 10)
  const order: string[] = []
  const first = inTurn(async () => order.push('first'))
  const failing = inTurn(() => Promise.reject(new Error('no')))
  const last = inTurn(async () => order.push('last'))
  const between = setImmediate().then(() => order.push('something else'))
  await Promise.allSettled([first, failing, last, between])
  expect(order).toEqual(['first', 'something else', 'last'])
})
