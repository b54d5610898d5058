import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TooManyWait } from '#lib/runtime/turns'
import { hasSearchIndex, withSearchIndex } from './current-search-index'
import { isInterrupt, openSearchIndex, type SearchIndex } from './search-index'
import { markStart } from './search-text'
import { writeSearchIndex } from './write-search-index'

const folder = mkdtempSync(join(tmpdir(), 'dateline-search-'))
const file = join(folder, 'search.db')
/** A query that takes long: phrases of words that stand hundreds of times in every story. */
const costly = ['"to be"', '"be or"', '"or not"', '"not to"', '"to be or"', '"be or not"'].join(' AND ')
const now = new Date('2024-02-01T00:00:00Z')
let index: SearchIndex

beforeAll(async () => {
  const body = 'to be or not '.repeat(1200)
  const stories = Array.from({ length: 400 }, (_, number) => ({
    slug: `story-${number}`,
    publishedAt: new Date(Date.UTC(2024, 0, 1, number)).toISOString(),
    key: String(number),
    texts: () => ({ headline: `Story ${number}`, dek: '', body, names: '', labels: '' }),
  }))
  writeSearchIndex(file, stories)
  index = await openSearchIndex(file)
}, 120_000)

afterAll(() => {
  index.close()
  rmSync(folder, { recursive: true })
})

test('while a question is answered the server does other work', async () => {
  let turns = 0
  let isAnswered = false
  const count = () => {
    turns++
    if (!isAnswered) setImmediate(count)
  }
  setImmediate(count)
  const matches = await index.match(costly, now)
  isAnswered = true
  expect(matches).toHaveLength(400)
  expect(turns).toBeGreaterThan(20)
})

test('a question that is stopped ends before it is answered, and the next is answered as ever', async () => {
  const timer = setInterval(() => index.interrupt(), 1)
  const error = await index.match(costly, now).catch((reason) => reason)
  clearInterval(timer)
  expect(isInterrupt(error)).toBe(true)
  expect(await index.findNewest('story', 3)).toEqual([
    expect.objectContaining({ slug: 'story-399' }),
    expect.objectContaining({ slug: 'story-398' }),
    expect.objectContaining({ slug: 'story-397' }),
  ])
})

test('of very many words that are alike, those in the most stories are compared with a misspelt one', async () => {
  const words = Array.from({ length: 3000 }, (_, number) => `hazelnut${String.fromCodePoint(0x1200 + number)}`)
  const alike = join(folder, 'alike.db')
  const texts = (body: string) => () => ({ headline: 'H', dek: '', body, names: '', labels: '' })
  const publishedAt = '2024-01-01T00:00:00Z'
  writeSearchIndex(alike, [
    { slug: 'a', publishedAt, key: 'a', texts: texts(words.join(' ')) },
    ...['b', 'c'].map((slug) => ({ slug, publishedAt, key: slug, texts: texts('hazelnuts') })),
  ])
  const opened = await openSearchIndex(alike)
  const found = await opened.wordsLike('hazelnutz', now)
  expect(found).toHaveLength(200)
  expect(found[0]).toEqual({ word: 'hazelnuts', stories: 2 })
  opened.close()
})

test('a story that has a word everywhere is marked in a time that grows little more than it does', async () => {
  const [few, many] = [900, 9000]
  const big = join(folder, 'big.db')
  const story = (count: number) => ({
    slug: `has-${count}`,
    publishedAt: '2024-01-01T00:00:00Z',
    key: String(count),
    texts: () => ({ headline: `Word${count}`, dek: '', body: 'word '.repeat(count), names: '', labels: '' }),
  })
  writeSearchIndex(big, [story(few), story(many)])
  const opened = await openSearchIndex(big)
  const cpuOf = async (count: number) => {
    const [found] = await opened.match(`word AND word${count}`, now)
    const before = process.cpuUsage()
    const marked = await opened.mark('word', [found?.id ?? 0])
    const { user, system } = process.cpuUsage(before)
    expect([...marked.values()][0]?.snippet.split(markStart)).toHaveLength(37)
    return user + system
  }
  const small = Math.min(await cpuOf(few), await cpuOf(few), await cpuOf(few))
  // With the square of its length, as SQLite's own excerpts, it would be 100 times.
  expect(await cpuOf(many)).toBeLessThan(50 * Math.max(small, 1000))
  opened.close()
})

test('two searches are under way at once, sixty of a client wait, and it is told that it is busy beyond that', async () => {
  let [atWork, most] = [0, 0]
  const work = async (lent: SearchIndex) => {
    most = Math.max(most, ++atWork)
    await lent.match('story', now)
    atWork--
  }
  const results = await Promise.allSettled(Array.from({ length: 70 }, () => withSearchIndex(file, work)))
  expect(most).toBe(2)
  const refused = results.filter((result) => result.status === 'rejected')
  expect(refused).toHaveLength(8)
  expect(refused.every(({ reason }) => reason instanceof TooManyWait)).toBe(true)
})

test('a search that fails gives its turn to the next', async () => {
  const failing = Array.from({ length: 5 }, () => withSearchIndex(file, (lent) => lent.match('"never closed', now)))
  expect((await Promise.allSettled(failing)).every(({ status }) => status === 'rejected')).toBe(true)
  expect(await withSearchIndex(file, (lent) => lent.findNewest('story', 1))).toHaveLength(1)
  expect([await hasSearchIndex(file), await hasSearchIndex(join(folder, 'none.db'))]).toEqual([true, false])
})
