import { copyFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { searchIndexFile } from '#lib/snapshot/files'
import { generateStories } from '#lib/tools/testing/generate-stories'
import { enterSnapshot } from '#lib/tools/testing/make-snapshot'
import { documentFile, writeEdition } from '#lib/tools/testing/write-content'
import { answerSearch } from './answer-search'
import { search } from './search'
import type { SearchIndex } from './search-index'

/** Generated stories, and among them a few that only certain words find. */
const words = join(process.cwd(), '.data', 'search-life')
let index: SearchIndex
let leave: () => void

const story = (headline: string, publishedAt: string, fields: Record<string, unknown> = {}, body = 'Nothing else.') =>
  documentFile(
    { headline, dek: `About ${headline}.`, publishedAt, authors: ['desk'], topics: ['law'], ...fields },
    body,
  )

beforeAll(async () => {
  const reason = 'Wrong.'
  const withdrawn = { at: '2999-11-10T00:00:00Z', reason }
  writeEdition(words, {
    ...generateStories(300),
    'people/yuna.mdx': documentFile({
      name: 'Kim Yuna',
      nativeName: { text: '김연아', lang: 'ko' },
      roles: [{ title: 'Skater', institution: 'Korea', from: '2000-01-01' }],
    }),
    'articles/draft.mdx': story('Zeppelin in secret', '2024-10-01T00:00:00Z', { status: 'draft' }),
    'articles/scheduled.mdx': story('Zeppelin lands at Xanadu', '2024-11-05T00:00:00Z'),
    'articles/withdrawn.mdx': story('Zeppelin burns', '2024-11-01T00:00:00Z', { withdrawn }),
    'articles/gone.mdx': story('Zeppelin gone', '2024-11-01T00:00:00Z', {
      withdrawn: { at: '2024-11-02T00:00:00Z', reason },
    }),
    'articles/plan.mdx': story('Balloons', '2024-11-05T00:00:00Z', {}, 'Many countings of wombats.'),
    'articles/wombat.mdx': story('A wombat', '2024-09-01T00:00:00Z'),
    'articles/wombats.mdx': story('Animals', '2024-09-02T00:00:00Z', {}, 'Here a wombat, there a wombat, a wombat.'),
    'articles/old.mdx': story('Quokka counted', '2014-10-01T00:00:00Z'),
    'articles/new.mdx': story('Quokka counted', '2024-10-01T00:00:00Z'),
    'articles/skates.mdx': story('On ice', '2024-10-02T15:30:00Z', {}, '<Quote by="yuna">\nFaster.\n</Quote>'),
    'articles/rates.mdx': story('한국은행이 기준금리를 내렸다', '2024-10-03T00:00:00Z', {}, '東京で会議. กรุงเทพมหานคร'),
  })
  ;({ index, leave } = await enterSnapshot(words))
}, 120_000)

afterAll(() => {
  leave()
  rmSync(words, { recursive: true })
})

const asked = (q: string, fields = {}) => ({ q, topic: '', from: '', to: '', page: 1, ...fields })
const slugs = async (q: string, now = '2024-12-01T00:00:00Z', fields = {}) =>
  (await search(index, asked(q, fields), new Date(now))).hits.map(({ article }) => article.slug)

test('a scheduled story enters and a withdrawn one leaves at its time; a draft is never there', async () => {
  expect(await slugs('zeppelin', '2024-10-31T23:59:59Z')).toEqual([])
  expect(await slugs('zeppelin', '2024-11-01T00:00:00Z')).toEqual(['withdrawn'])
  expect(await slugs('zeppelin', '2024-11-05T00:00:00Z')).toEqual(['scheduled', 'withdrawn'])
  expect(await slugs('zeppelin', '2999-11-10T00:00:00Z')).toEqual(['scheduled'])
  const { total, pages } = await search(index, asked('zeppelin'), new Date('2999-11-10T00:00:00Z'))
  expect([total, pages]).toEqual([1, 1])
  for (const query of ['"secret"', '"gone"'])
    expect(await index.match(query, new Date()), 'a draft, or withdrawn by now').toEqual([])
})

test('no word of a story to come is given away as what somebody meant', async () => {
  const before = await search(index, asked('xanadoo'), new Date('2024-11-04T00:00:00Z'))
  const after = await search(index, asked('xanadoo'), new Date('2024-11-05T00:00:00Z'))
  expect([before.help?.didYouMean, after.help?.didYouMean]).toEqual([undefined, 'xanadu'])
  const meant = async (now: string) => (await search(index, asked('countnigs'), new Date(now))).help?.didYouMean
  expect([await meant('2024-11-04T00:00:00Z'), await meant('2024-11-05T00:00:00Z')]).toEqual([undefined, 'countings'])
})

test('a word in the headline counts more than the same word all over a newer story', async () =>
  expect(await slugs('wombat', '2024-10-31T00:00:00Z')).toEqual(['wombat', 'wombats']))

test('of two stories that fit alike the newer comes first', async () =>
  expect(await slugs('quokka')).toEqual(['new', 'old']))

test.each([
  ['금리', 'rates'],
  ['은행', 'rates'],
  ['한국 은행', 'rates'],
  ['기준금리', 'rates'],
  ['東京', 'rates'],
  ['会議', 'rates'],
  ['มหา', 'rates'],
  ['김연아', 'skates'],
  ['연아', 'skates'],
  ['Yuna', 'skates'],
])('%s is found inside words of unspaced scripts, and names in either script', async (q, slug) =>
  expect((await slugs(q)).slice(0, 3)).toContain(slug),
)

test.each(['김연아', 'Kim Yuna', 'yuna'])('%s leads to the person', async (q) =>
  expect((await search(index, asked(q), new Date('2024-12-01'))).people.map(({ slug }) => slug)).toEqual(['yuna']),
)

test('topic and days narrow a search; days are the publication’s, and both count', async () => {
  expect(await slugs('ice', undefined, { from: '2024-10-03', to: '2024-10-03' })).toEqual(['skates'])
  expect(await slugs('ice', undefined, { to: '2024-10-02' })).toEqual([])
  expect(await slugs('ice', undefined, { topic: 'law' })).toEqual(['skates'])
  expect(await slugs('ice', undefined, { topic: 'health' })).toEqual([])
})

test('every page but the last holds 20, and no story stands on two', async () => {
  const now = new Date('2024-12-01')
  const { total, pages } = await search(index, asked('market'), now)
  const each = Array.from({ length: pages }, (_, page) => slugs('market', undefined, { page: page + 1 }))
  const all = (await Promise.all(each)).flat()
  expect(total).toBeGreaterThan(100)
  expect(new Set(all).size).toBe(total)
})

test('a search that takes too long is cut off, has looked at the newest stories, and says so', async () => {
  const { isCutOff, hits } = await search(index, asked('market'), new Date('2024-12-01'), 0)
  expect(isCutOff).toBe(true)
  const times = hits.map(({ article }) => article.publishedAt)
  expect(times).toHaveLength(20)
  expect(times).toEqual(times.toSorted().reverse())
})

test.each([
  '"',
  '"""',
  'a"b"c',
  '* ^ NEAR(a b) AND OR NOT',
  'headline:market',
  '{headline dek}: x',
  "'; DROP TABLE search; --",
  'market\0ministry',
  '🐹👩‍👩‍👧',
  'שלום עליכם',
  '\ud800',
  '\u200b\u2061\u2062',
  '%',
  '-',
  '+',
  '(',
  'a'.repeat(200),
  '가'.repeat(40),
  'ﷺ',
  'constructor',
])('%j is a search like any other', async (q) => {
  vi.spyOn(console, 'log').mockImplementation(() => expect.unreachable())
  expect((await answerSearch(asked(q), new Date('2024-12-01'))).status).toBe(200)
  vi.restoreAllMocks()
})

test('without an index, or with a broken one, the search says that it does not work', async () => {
  const report = vi.spyOn(console, 'log').mockImplementation(() => {})
  const file = searchIndexFile()
  const answer = async () => (await answerSearch(asked('quokka'), new Date('2024-12-01'))).status
  const kept = `${file}.kept`
  copyFileSync(file, kept)
  expect(await answer()).toBe(200)
  rmSync(file)
  expect(await answer()).toBe(503)
  writeFileSync(file, 'no database at all')
  expect(await answer()).toBe(503)
  copyFileSync(kept, file)
  truncateSync(file, 40_000)
  expect(await answer()).toBe(503)
  expect(report).toHaveBeenCalledTimes(3)
  rmSync(file)
  copyFileSync(kept, file)
  expect(await answer()).toBe(200)
  vi.restoreAllMocks()
})
