import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { getCountedReads } from '#lib/publication/counted-reads'
import { toHour } from '#lib/publication/hot-this-week'
import { ReadCounter } from './read-counter'
import { openSqliteReadStore } from './sqlite-read-store'

const folder = mkdtempSync(join(tmpdir(), 'dateline-counter-'))
const at = (time: string) => new Date(`2024-11-22T${time}Z`)
const reader = (host: number) => ({ address: `192.0.2.${host}`, userAgent: 'A browser' })
const readsOf = (story: string, now: Date) => getCountedReads()?.reads.get(toHour(now))?.get(story) ?? 0

test('a read is in the count of the next minute, and of none before', async () => {
  const counter = new ReadCounter(() => openSqliteReadStore(join(folder, 'a.db')), 'Asia/Seoul')
  await counter.tick(at('10:00:01'))
  counter.take('a', reader(1), at('10:00:02'))
  await counter.tick(at('10:00:59'))
  expect(readsOf('a', at('10:00:59'))).toBe(0)
  await counter.tick(at('10:01:00'))
  expect(readsOf('a', at('10:01:00'))).toBe(1)
  expect(getCountedReads()?.countedAt).toEqual(at('10:01:00'))
})

test('after the clock jumped, reads of any hour are seen', async () => {
  const counter = new ReadCounter(() => openSqliteReadStore(join(folder, 'jump.db')), 'Asia/Seoul')
  await counter.tick(at('13:00:00'))
  await counter.tick(at('03:00:00'))
  counter.take('jump', reader(1), at('03:00:01'))
  await counter.tick(at('03:00:02'))
  await counter.tick(at('13:00:03'))
  expect(readsOf('jump', at('03:00:00'))).toBe(1)
})

test('the day turns in the publication’s zone, and then a reader counts again', async () => {
  const counter = new ReadCounter(() => openSqliteReadStore(join(folder, 'b.db')), 'Asia/Seoul')
  for (const time of ['14:58:00', '14:59:59', '15:00:00']) {
    await counter.tick(at(time))
    counter.take('b', reader(1), at(time))
  }
  await counter.tick(at('15:01:00'))
  expect(readsOf('b', at('14:59:00'))).toBe(1)
  expect(readsOf('b', at('15:01:00'))).toBe(1)
})

test('while the store is away the last count stands, reads wait, and both are told once', async () => {
  const logged = vi.spyOn(console, 'log').mockImplementation(() => {})
  const store = openSqliteReadStore(join(folder, 'c.db'))
  let isAway = false
  const failing = {
    ...store,
    add: async (reads: never[]) => (isAway ? Promise.reject(new Error('Away')) : store.add(reads)),
  }
  const counter = new ReadCounter(() => failing, 'Asia/Seoul')
  await counter.tick(at('16:00:00'))
  isAway = true
  counter.take('c', reader(1), at('16:00:01'))
  await counter.tick(at('16:01:00'))
  await counter.tick(at('16:02:00'))
  expect(getCountedReads()?.countedAt).toEqual(at('16:02:00'))
  expect(readsOf('c', at('16:02:00'))).toBe(0)
  isAway = false
  await counter.tick(at('16:03:00'))
  expect(readsOf('c', at('16:03:00'))).toBe(1)
  expect(logged.mock.calls.flat().map((line) => JSON.parse(line).message)).toEqual([
    'Reads are not counted for now: Away',
    'Reads are counted again.',
  ])
  vi.restoreAllMocks()
})

test('a store that cannot be opened is tried again', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const open = vi
    .fn(() => openSqliteReadStore(join(folder, 'd.db')))
    .mockImplementationOnce(() => {
      throw new Error('No such folder')
    })
  const counter = new ReadCounter(open, 'Asia/Seoul')
  await counter.tick(at('17:00:00'))
  await counter.tick(at('17:00:01'))
  counter.take('d', reader(1), at('17:00:02'))
  await counter.tick(at('17:01:00'))
  expect(readsOf('d', at('17:01:00'))).toBe(1)
  vi.restoreAllMocks()
})

test('after an outage of hours, what other servers or a late batch wrote meanwhile is counted', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const store = openSqliteReadStore(join(folder, 'e.db'))
  let isAway = false
  const failing = { ...store, add: (reads: never[]) => (isAway ? Promise.reject(new Error('Away')) : store.add(reads)) }
  const counter = new ReadCounter(() => failing, 'Asia/Seoul')
  await counter.tick(at('18:05:00'))
  isAway = true
  counter.take('e', reader(1), at('18:30:00'))
  for (const time of ['18:30:01', '19:05:00', '20:05:00']) await counter.tick(at(time))
  isAway = false
  await counter.tick(at('21:05:00'))
  expect(readsOf('e', at('18:30:00'))).toBe(1)
  vi.restoreAllMocks()
})
