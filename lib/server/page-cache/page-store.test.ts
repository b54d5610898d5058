import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { setCountedReads } from '#lib/publication/counted-reads'
import { toHour } from '#lib/publication/hot-this-week'
import { parseAddress } from '#lib/rules/addresses'
import type { PageTarget } from '#lib/rules/page-target'
import { answerFor } from '#lib/runtime/turns'
import type { Snapshot } from '#lib/snapshot/load'
import { makeArticle } from '#lib/tools/testing/make-article'
import { makeIndex } from '#lib/tools/testing/make-index'
import type { Article } from '#lib/types'
import { PageStore } from './page-store'

const shared = vi.hoisted(() => ({ snapshot: {} as Snapshot }))
vi.mock('#lib/snapshot/load', () => ({
  readIndex: () => shared.snapshot.index,
  readSnapshot: () => shared.snapshot,
}))

const now = new Date('2024-11-22T12:00:00Z')
/** Stories without a topic in common, so that none is related to another. */
const stories = Array.from({ length: 12 }, (_, number) =>
  makeArticle({
    slug: `story-${number}`,
    publishedAt: new Date(+now - (number + 1) * 3_600_000).toISOString(),
    topics: [`topic-${number}`],
  }),
)

function publish(id: string, articles: Article[] = stories): void {
  shared.snapshot = { id, since: '2024-11-01T00:00:00Z', folder: '', index: makeIndex({ articles }) }
}

/** Counts the reads of stories; a minute later than the last time. */
let minute = 0
function count(reads: Record<string, number>): void {
  const counted = new Map([[toHour(now), new Map(Object.entries(reads))]])
  setCountedReads({ reads: counted, countedAt: new Date(+now + ++minute * 60_000) })
}

const page = (path: string): PageTarget => {
  const address = parseAddress(path)
  if (!address) throw new Error(path)
  return { status: 200, address, path }
}

const open = ({ capacity = 2 ** 20, prerendered = undefined as string | undefined } = {}) => {
  const renderPage = vi.fn((target: PageTarget) => Promise.resolve(`<p>${JSON.stringify(target)}</p>`))
  const readPrerendered = vi.fn(() => Promise.resolve(prerendered))
  const store = new PageStore({ renderPage, readPrerendered, capacity })
  const get = (path: string, at = now) => store.get(page(path), 'identity', at)
  return { store, get, renderPage, readPrerendered }
}

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  publish('first')
  count({})
})

test('a page is rendered once, however much time goes by and however many ask at once', async () => {
  const { get, renderPage } = open()
  const [first, second] = await Promise.all([get('/latest'), get('/latest')])
  const later = await get('/latest', new Date(+now + 86_400_000))
  expect(renderPage).toHaveBeenCalledTimes(1)
  expect([first, second, later].map(({ isFromMemory }) => isFromMemory)).toEqual([false, false, true])
  expect(later.etag).toBe(first.etag)
})

test('a page is rendered again when other content was published', async () => {
  const { get, renderPage } = open()
  await get('/latest')
  publish('second')
  expect((await get('/latest')).isFromMemory).toBe(false)
  expect(renderPage).toHaveBeenCalledTimes(2)
})

test('a page is rendered again when the time of a story has come, and when the clock is put back before it', async () => {
  const until = new Date(+now + 1000)
  publish('first', [...stories, makeArticle({ slug: 'scheduled', publishedAt: until.toISOString() })])
  const { get, renderPage } = open()
  for (const time of [now, new Date(+until - 1), until, new Date(+until + 60_000), now]) {
    vi.setSystemTime(time)
    await get('/topics/news', time)
  }
  expect(renderPage).toHaveBeenCalledTimes(3)
})

test('scores that change leave a page as it is, unless it shows other stories or other places', async () => {
  const { get, renderPage } = open()
  const paths = ['/', '/articles/story-0', '/articles/story-9', '/latest', '/hot-this-week']
  const renders = async () => {
    const counts: number[] = []
    for (const path of paths) {
      renderPage.mockClear()
      await get(path)
      counts.push(renderPage.mock.calls.length)
    }
    return counts
  }
  count({ 'story-7': 9, 'story-8': 8, 'story-9': 7, 'story-10': 6, 'story-11': 5, 'story-6': 1 })
  for (const path of paths) await get(path)
  count({ 'story-7': 90, 'story-8': 80, 'story-9': 70, 'story-10': 60, 'story-11': 50, 'story-6': 10 })
  expect(await renders(), 'only scores').toEqual([0, 0, 0, 0, 1])
  count({ 'story-7': 90, 'story-8': 80, 'story-9': 70, 'story-10': 60, 'story-11': 50, 'story-5': 20, 'story-6': 10 })
  expect(await renders(), 'the sixth place, which shows where a story leaves itself out').toEqual([0, 0, 1, 0, 1])
  count({ 'story-8': 90, 'story-7': 80, 'story-9': 70, 'story-10': 60, 'story-11': 50, 'story-5': 20 })
  expect(await renders(), 'the first two change places').toEqual([1, 1, 1, 0, 1])
})

test('a page that changed while it was rendered is not kept', async () => {
  const { store, renderPage } = open()
  renderPage.mockImplementationOnce(async () => {
    publish('second')
    return '<p>Of either</p>'
  })
  const body = async () => (await store.get(page('/latest'), 'identity', now)).body.toString()
  expect(await body()).toBe('<p>Of either</p>')
  expect(await body()).toContain('"kind":"latest"')
})

test('what the build generated is the first content, asked for by what it was made of', async () => {
  const { get, renderPage, readPrerendered } = open({ prerendered: '<p>Of the build</p>' })
  expect((await get('/articles/story-0')).body.toString()).toBe('<p>Of the build</p>')
  expect((await get('/articles/story-0')).isFromMemory).toBe(true)
  expect(renderPage).not.toHaveBeenCalled()
  expect(readPrerendered).toHaveBeenCalledExactlyOnceWith(
    '/articles/story-0',
    expect.objectContaining({
      edition: expect.stringContaining('first'),
      shown: 'story-1, story-2, story-3, story-4, story-5',
    }),
  )
})

test('memory holds the compressed bytes alone, and not more of them than it may', async () => {
  const { store, renderPage } = open({ capacity: 40_000 })
  renderPage.mockImplementation(async () => `${randomBytes(4000).toString('hex')}${'<p>'.repeat(20_000)}`)
  const paths = ['/latest', '/topics', '/authors', '/people', '/archive', '/corrections']
  for (const path of paths) await store.get(page(path), 'br', now)
  const fromMemory: boolean[] = []
  for (const path of paths.toReversed()) fromMemory.push((await store.get(page(path), 'br', now)).isFromMemory)
  // Some 5 KB each, where plain they have 68 KB: all are there until the first is rendered again.
  expect(fromMemory).toEqual([true, true, true, true, true, true])
  const small = open({ capacity: 12_000 })
  small.renderPage.mockImplementation(async () => randomBytes(4000).toString('hex'))
  for (const path of ['/latest', '/topics', '/authors']) await small.store.get(page(path), 'gzip', now)
  expect((await small.store.get(page('/latest'), 'gzip', now)).isFromMemory).toBe(false)
})

test('a page whose text names the day is rendered again on the next day, and only then', async () => {
  publish('first')
  shared.snapshot.index.standingPeople = ['speaker']
  const { get, renderPage } = open()
  for (const time of ['2024-11-22T12:00:00Z', '2024-11-22T14:59:59Z', '2024-11-22T15:00:00Z']) {
    count({})
    await get('/about', new Date(time))
  }
  expect(renderPage).toHaveBeenCalledTimes(2)
})

test('what is in memory is answered while others wait, and who asks for too much at once is refused', async () => {
  const { store, get, renderPage } = open()
  await get('/latest')
  let isAnswered = false
  renderPage.mockImplementation(async () => {
    isAnswered ||= (await get('/latest')).isFromMemory
    return '<p>Other</p>'
  })
  const ask = (client: string, number: number) =>
    answerFor(
      () => ({ name: client, network: client }),
      () => store.get(page(`/articles/story-${number}`), 'identity', now),
    )
  const greedy = Array.from({ length: 150 }, (_, number) => ask('192.0.2.1', number))
  const modest = ask('198.51.100.1', 11)
  const results = await Promise.allSettled(greedy)
  expect(isAnswered).toBe(true)
  expect((await modest).body.toString()).toBe('<p>Other</p>')
  // At most a hundred wait.
  expect(results.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(48)
})

test('a page that cannot be rendered is told to whoever asks, and tried again', async () => {
  const { get, renderPage } = open()
  renderPage.mockRejectedValueOnce(new Error('No body'))
  await expect(get('/latest')).rejects.toThrow('No body')
  expect((await get('/latest')).isFromMemory).toBe(false)
})
