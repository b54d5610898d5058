import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { beforeEach, expect, test, vi } from 'vitest'
import { resolveRequest } from '#lib/server/gate'
import { makeArticle } from '#lib/tools/testing/make-article'
import { makeIndex, snapshotOf } from '#lib/tools/testing/make-index'
import type { Index } from '#lib/types'
import { toNewsLanguage } from './news-sitemap'
import { getSitemapParts } from './sitemap-parts'
import { countNews, getNewsChangedAt, getNewsSitemap, getSitemapIndex, getSitemapPart } from './sitemaps'
import { splitSitemap } from './split-sitemap'
import { writeSitemap } from './write-sitemap'

const now = new Date('2024-11-22T12:00:00Z')
const hour = 3_600_000
const origin = 'http://localhost:3000'

const snapshot = vi.hoisted(() => ({ index: {} as Index }))
vi.mock('#lib/snapshot/load', () => ({
  readIndex: () => snapshot.index,
  readSnapshot: () => snapshotOf(snapshot.index),
  readSnapshotTime: () => new Date('2024-11-01T00:00:00Z'),
}))

/** Stories a minute apart, the newest first, all on one topic. */
const storiesOf = (count: number) =>
  Array.from({ length: count }, (_, number) =>
    makeArticle({ slug: `s-${number + 1}`, publishedAt: new Date(+now - number * 60_000).toISOString() }),
  )

beforeEach(() => {
  snapshot.index = makeIndex({ topics: [{ slug: 'news', title: 'News', description: 'News.' }] })
})

const parser = new XMLParser({ isArray: (name) => ['url', 'sitemap', 'image:image'].includes(name) })

function read(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true)
  return parser.parse(xml)
}

type Url = { loc: string; lastmod?: string; 'image:image'?: { 'image:loc': string }[] }

/** All addresses of all files that the index names. */
async function readSitemap(): Promise<Url[][]> {
  const { sitemapindex } = read((await getSitemapIndex(undefined, now)).bytes.toString())
  const files = sitemapindex.sitemap.map(async ({ loc }: Url) => {
    const number = Number(/\/sitemaps\/(\d+)\.xml$/.exec(loc)?.[1])
    return read((await getSitemapPart(number, now)).bytes.toString()).urlset.url
  })
  return Promise.all(files)
}

test.each([0, 1, 999, 1001])(
  'of %i stories every address stands in the sitemap once, and every one is there',
  async (count) => {
    snapshot.index.articles = storiesOf(count)
    const [urls = [], ...more] = await readSitemap()
    const paths = urls.map(({ loc }) => decodeURI(loc.slice(origin.length)))
    expect(more).toEqual([])
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths.filter((path) => resolveRequest(path, now).kind !== 'public')).toEqual([])
    expect(paths.filter((path) => path.startsWith('/articles/'))).toHaveLength(count)
    expect(paths).toEqual(expect.arrayContaining(['/', '/latest', '/corrections', '/topics/news', '/latest/feeds']))
    expect(paths.filter((path) => path.startsWith('/topics/news'))).toHaveLength(Math.max(1, Math.ceil(count / 20)))
    expect(resolveRequest('/sitemaps/2.xml', now).kind).toBe('unknown')
  },
)

test('60,000 stories make two files, the first one full', async () => {
  snapshot.index.articles = storiesOf(60_000)
  const [first = [], second = [], ...more] = await readSitemap()
  expect(more).toEqual([])
  expect(first).toHaveLength(50_000)
  expect(first[0]?.loc).toBe(`${origin}/articles/s-60000`)
  expect(second).toContainEqual({ loc: `${origin}/articles/s-1`, lastmod: now.toISOString() })
  expect(second).toContainEqual({ loc: `${origin}/latest/page/3000`, lastmod: now.toISOString() })
  expect(resolveRequest('/sitemaps/2.xml', now).kind).toBe('public')
  expect(resolveRequest('/sitemaps/3.xml', now).kind).toBe('unknown')
}, 60_000)

test('a story tells when it last changed and which pictures it shows; drafts, scheduled and withdrawn are absent', async () => {
  const old = { publishedAt: '2024-11-01T00:00:00Z', authors: [] }
  snapshot.index.articles = [
    makeArticle({
      ...{ slug: '첫-이야기', ...old, updatedAt: '2024-11-02T00:00:00Z', photos: ['photos/a b.png'] },
      corrections: [
        { at: '2024-11-03T09:00:00+09:00', text: 'Wrong.' },
        { at: '2024-12-03T00:00:00Z', text: 'Wrong again.' },
      ],
    }),
    makeArticle({ slug: 'draft', ...old, status: 'draft' }),
    makeArticle({ slug: 'scheduled', ...old, publishedAt: '2024-11-23T00:00:00Z' }),
    makeArticle({ slug: 'gone', ...old, withdrawn: { at: '2024-11-02T00:00:00Z', reason: 'Wrong.' } }),
  ]
  const urls = (await readSitemap()).flat()
  expect(urls.filter(({ loc }) => loc.includes('/articles/'))).toEqual([
    {
      loc: `${origin}/articles/${encodeURIComponent('첫-이야기')}`,
      lastmod: '2024-11-03T00:00:00.000Z',
      'image:image': [{ 'image:loc': `${origin}/photos/a%20b.png` }],
    },
  ])
  expect(urls).toContainEqual({ loc: `${origin}/archive/2024/11/01`, lastmod: '2024-11-01T00:00:00.000Z' })
  expect(urls).toContainEqual({ loc: `${origin}/corrections`, lastmod: '2024-11-03T00:00:00.000Z' })
})

test('people who are quoted stand in it with all their pages', async () => {
  snapshot.index.articles = [makeArticle({ slug: 's-1', people: ['p'], timesQuoted: [[45, '2024-11-01']] })]
  snapshot.index.people = [
    { slug: 'p', name: 'P', roles: [] },
    { slug: 'q', name: 'Q', roles: [] },
  ]
  const paths = (await readSitemap()).flat().map(({ loc }) => loc.slice(origin.length))
  expect(paths.filter((path) => path.startsWith('/people/'))).toEqual([
    '/people/p',
    '/people/p/page/2',
    '/people/p/page/3',
  ])
})

test('a file holds no more bytes than it may, however long the addresses are', async () => {
  const entries = Array.from({ length: 200 }, (_, number) => ({
    path: `/articles/${encodeURIComponent(`${'가'.repeat(60)}-${number}`)}`,
    changedAt: now,
    images: Array.from({ length: number % 9 }, (_, image) => `/photos/${encodeURIComponent('나'.repeat(50))}-${image}`),
  }))
  const most = 20_000
  const parts = splitSitemap(entries, 50, most)
  expect(parts.flat()).toEqual(entries)
  expect(parts.length).toBeGreaterThan(10)
  for (const part of parts) expect(Buffer.byteLength(await writeSitemap(part))).toBeLessThanOrEqual(most)
})

test('the news sitemap names the stories of the last 48 hours at the time of asking', async () => {
  const at = (hours: number) => new Date(+now - hours * hour).toISOString()
  snapshot.index.articles = [
    makeArticle({ slug: 'new', headline: 'A & B <c> ]]> 한글', publishedAt: at(1), updatedAt: at(0.5) }),
    makeArticle({ slug: 'almost-old', publishedAt: at(47.99) }),
    makeArticle({ slug: 'old', publishedAt: at(48), updatedAt: at(1) }),
  ]
  const { url } = read((await getNewsSitemap(countNews(now), now)).bytes.toString()).urlset
  expect(url.map(({ loc }: Url) => loc)).toEqual([`${origin}/articles/new`, `${origin}/articles/almost-old`])
  expect(url[0]['news:news']).toEqual({
    'news:publication': { 'news:name': 'T', 'news:language': 'en' },
    'news:publication_date': at(1),
    'news:title': 'A & B <c> ]]> 한글',
  })
  const later = new Date(+now + hour)
  expect(read((await getNewsSitemap(countNews(later), later)).bytes.toString()).urlset.url).toHaveLength(1)
  expect(getNewsChangedAt(later)).toEqual(new Date(Date.parse(at(47.99)) + 48 * hour))
})

test.each([
  [0, 0],
  [999, 999],
  [1001, 1000],
])('of %i new stories the news sitemap names %i', async (count, named) => {
  snapshot.index.articles = storiesOf(count)
  expect(read((await getNewsSitemap(countNews(now), now)).bytes.toString()).urlset.url ?? []).toHaveLength(named)
})

test('the news sitemap gives its language as Google wants it', () => {
  expect(['en', 'en-GB', 'ko-KR', 'zh-Hant', 'zh-TW', 'zh'].map(toNewsLanguage)).toEqual([
    ...['en', 'en', 'ko', 'zh-tw', 'zh-tw', 'zh-cn'],
  ])
})

test('parts are made anew only when something changes', () => {
  snapshot.index.articles = [...storiesOf(1), makeArticle({ slug: 'soon', publishedAt: '2024-11-22T13:00:00Z' })]
  const parts = getSitemapParts(now)
  expect(getSitemapParts(new Date('2024-11-22T12:59:59Z'))).toBe(parts)
  expect(getSitemapParts(new Date('2024-11-22T13:00:00Z')).flat()).toHaveLength(parts.flat().length + 1)
})
