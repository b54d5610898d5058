import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { RedisForTests } from '#lib/tools/testing/redis'
import { toRead } from './anonymize'
import type { Read, ReadStore } from './read-store'
import { openRedisReadStore } from './redis-read-store'
import { openSqliteReadStore } from './sqlite-read-store'

const redis = new RedisForTests()
const folder = mkdtempSync(join(tmpdir(), 'dateline-reads-'))

beforeAll(() => redis.start())
afterAll(() => redis.stop())

/** When the salts of these tests end. */
const tomorrowNoon = new Date(Date.now() + 86_400_000)
let number = 0
const nextDay = () => `2024-01-${String(++number).padStart(2, '0')}`

const stores: Record<string, () => ReadStore> = {
  SQLite: () => openSqliteReadStore(join(folder, `${++number}.db`)),
  Redis: () => openRedisReadStore(redis.url),
}

/** A read on a day and in an hour of the test's own, so that tests do not see each other's. */
function makeReads(day = nextDay()) {
  const hour = 400_000 + number * 200
  const read = (story: string, address = '192.0.2.1', userAgent = 'A browser', later = 0): Read =>
    toRead(story, { address, userAgent }, `salt of ${day}`, day, hour + later)
  return { day, hour, read }
}

describe.each(Object.entries(stores))('%s', (_, open) => {
  let store: ReadStore
  beforeAll(async () => {
    store = open()
    await vi.waitFor(() => store.getSalt('2023-01-01', tomorrowNoon))
  })
  afterAll(() => store.close())

  test('counts the reads of a story hour by hour, under any name', async () => {
    const { hour, read } = makeReads()
    await store.add([read('a', '192.0.2.1'), read('a', '192.0.2.2'), read('한글 {x}', '192.0.2.1')])
    await store.add([read('a', '192.0.2.3'), read('a', '192.0.2.4', 'A browser', 1)])
    expect(await store.readsIn(hour)).toEqual(new Map(Object.entries({ a: 3, '한글 {x}': 1 })))
    expect(await store.readsIn(hour + 1)).toEqual(new Map([['a', 1]]))
    expect(await store.readsIn(hour + 2)).toEqual(new Map())
  })

  test('a reader counts once a day for each story', async () => {
    const day = nextDay()
    const { hour, read } = makeReads(day)
    await store.add([read('a'), read('a'), read('b')])
    await store.add([read('a'), read('a', '192.0.2.1', 'A browser', 5)])
    expect(await store.readsIn(hour)).toEqual(new Map(Object.entries({ a: 1, b: 1 })))
    expect(await store.readsIn(hour + 5)).toEqual(new Map())
    const tomorrow = makeReads()
    await store.add([tomorrow.read('a')])
    expect(await store.readsIn(tomorrow.hour)).toEqual(new Map([['a', 1]]))
  })

  test('a flood from one address moves a story by 20 a day, and all stories by 200', async () => {
    const { hour, read } = makeReads()
    await store.add(Array.from({ length: 10_000 }, (_, index) => read('a', '192.0.2.9', `Browser ${index}`)))
    expect((await store.readsIn(hour)).get('a')).toBe(20)
    await store.add(Array.from({ length: 1000 }, (_, index) => read(`story ${index}`, '192.0.2.9')))
    const reads = await store.readsIn(hour)
    expect([...reads.values()].reduce((sum, count) => sum + count)).toBe(200)
  })

  test('a flood from one network, of either kind of address, stops at 2,000 a day', async () => {
    const { hour, read } = makeReads()
    const hosts = Array.from({ length: 250 }, (_, host) => host)
    const v4 = hosts.flatMap((host) => [...'123456789'].map((story) => read(story, `198.51.100.${host}`)))
    const v6 = hosts.flatMap((host) => [...'123456789'].map((story) => read(`v6 ${story}`, `2001:db8:7:${host}::1`)))
    await store.add([...v4, ...v6])
    const reads = [...(await store.readsIn(hour))]
    const sum = (prefix: RegExp) => reads.reduce((sum, [story, count]) => sum + (prefix.test(story) ? count : 0), 0)
    expect(sum(/^\d/)).toBe(2000)
    expect(sum(/^v6/)).toBe(2000)
  })

  test('a day’s salt stays the same, and is another one the next day', async () => {
    const [today, tomorrow] = [nextDay(), nextDay()]
    const salt = await store.getSalt(today, tomorrowNoon)
    expect(Buffer.from(salt, 'base64url').length).toBe(32)
    expect(await store.getSalt(today, tomorrowNoon)).toBe(salt)
    expect(await store.getSalt(tomorrow, tomorrowNoon)).not.toBe(salt)
  })
})

describe('Redis', () => {
  test('a salt is gone when its day ends', async () => {
    const store = openRedisReadStore(redis.url)
    const day = nextDay()
    const salt = await vi.waitFor(() => store.getSalt(day, new Date(Date.now() + 1000)))
    await vi.waitFor(async () => expect(await store.getSalt(day, tomorrowNoon)).not.toBe(salt), { timeout: 5000 })
    await store.close()
  })

  test('two servers share the salt and count a reader once', async () => {
    const [one, two] = [openRedisReadStore(redis.url), openRedisReadStore(redis.url)]
    const day = nextDay()
    await vi.waitFor(() => Promise.all([one.getSalt(day, tomorrowNoon), two.getSalt(day, tomorrowNoon)]))
    expect(await one.getSalt(day, tomorrowNoon)).toBe(await two.getSalt(day, tomorrowNoon))
    const { hour, read } = makeReads()
    await Promise.all([one.add([read('a')]), two.add([read('a'), read('a', '192.0.2.2')])])
    expect(await one.readsIn(hour)).toEqual(new Map([['a', 2]]))
    expect(await two.readsIn(hour)).toEqual(new Map([['a', 2]]))
    await Promise.all([one.close(), two.close()])
  })

  test('fails at once while it is away and works again when it is back', { timeout: 20_000 }, async () => {
    const own = new RedisForTests()
    await own.start()
    const store = openRedisReadStore(own.url)
    const { hour, read } = makeReads()
    await vi.waitFor(() => store.add([read('a')]))
    await own.stop()
    await expect(store.add([read('a')])).rejects.toThrow()
    const start = performance.now()
    await expect(store.readsIn(hour)).rejects.toThrow()
    expect(performance.now() - start).toBeLessThan(1000)
    await own.start()
    await vi.waitFor(() => store.add([read('a')]), { timeout: 10_000, interval: 100 })
    expect(await store.readsIn(hour)).toEqual(new Map([['a', 1]]))
    await store.close()
    await own.stop()
  })

  test('an address where nothing answers is no reason to wait', async () => {
    const store = openRedisReadStore('redis://localhost:1')
    await expect(store.add([makeReads().read('a')])).rejects.toThrow()
    await store.close()
  })
})

test('a wrong password of Redis is told as that, and is not repeated', async () => {
  const guarded = new RedisForTests('the-right-password')
  await guarded.start()
  const store = openRedisReadStore(guarded.url.replace('//', '//:the-wrong-password@'))
  const error = await store.getSalt('2024-01-01', tomorrowNoon).catch((reason) => reason)
  expect(error.message).toContain('WRONGPASS')
  expect(error.message).not.toContain('the-wrong-password')
  await store.close()
  await guarded.stop()
})
