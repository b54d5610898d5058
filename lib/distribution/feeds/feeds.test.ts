import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { ElementContent } from 'hast'
import { beforeEach, expect, test, vi } from 'vitest'
import { makeArticle } from '#lib/tools/testing/make-article'
import { makeIndex, snapshotOf } from '#lib/tools/testing/make-index'
import type { Index } from '#lib/types'
import { element } from './element'
import { getCorrectionsFeed, getFeed, getPersonFeed, getTopicFeed } from './feeds'

const now = new Date('2024-11-22T12:00:00Z')
/** What no XML may hold. */
const forbidden = '\u0001\uFFFE'
const hostile = `A & B <i>"q"</i> ]]> x ]]> &amp; ${forbidden} 🗞️ 한글 שלום عربى `
const harmless = hostile.replace(forbidden, '')
const headline = hostile.padEnd(120, '가')
const [topic, person] = [
  { slug: 'news', title: hostile, description: hostile },
  { slug: 'p', name: hostile, roles: [{ title: hostile, institution: 'H', from: '2024-01-01' }] },
]
const quotation = { id: 'p-1', by: 'p', text: hostile, isInline: false, story: 'story' }

const snapshot = vi.hoisted(() => ({ index: {} as Index, body: [] as ElementContent[] }))
vi.mock('#lib/snapshot/load', () => ({
  readIndex: () => snapshot.index,
  readSnapshot: () => snapshotOf(snapshot.index),
  readSnapshotTime: () => new Date('2024-11-01T00:00:00Z'),
}))
vi.mock('#lib/snapshot/files', () => ({
  readBody: () => ({ children: structuredClone(snapshot.body) }),
  readQuotations: () => [quotation],
  readPhotoBytes: () => 1234,
}))

beforeEach(() => {
  snapshot.body = [element('p', {}, [hostile])]
  snapshot.index = makeIndex({
    articles: [
      makeArticle({ slug: 'story', headline, dek: hostile, id: 'first', formerSlugs: ['first'], people: ['p'] }),
    ],
    topics: [topic],
    authors: [{ slug: 'desk', name: hostile, kind: 'person' }],
    people: [person],
    photos: { 'photos/a.jpg': { width: 3, height: 2 } },
  })
  snapshot.index.publication.name = hostile
})

const parser = new XMLParser({ ignoreAttributes: false, trimValues: false, parseTagValue: false })

function read(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true)
  expect(xml).not.toContain(']]>')
  expect(xml).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u)
  return parser.parse(xml)
}
const toText = (html: string) =>
  html
    .replace(/<.*?>/g, '')
    .replace(/&#x26;/g, '&')
    .replace(/&#x3C;/g, '<')
const story = () => snapshot.index.articles[0] as Index['articles'][number]

test('RSS gives hostile words back as they were written', () => {
  const { channel } = read(getFeed('rss', now).bytes.toString()).rss
  expect(channel.title).toBe(harmless)
  expect(channel.item).toMatchObject({
    title: headline.replace(forbidden, ''),
    link: 'http://localhost:3000/articles/story',
    guid: { '#text': 'http://localhost:3000/articles/first', '@_isPermaLink': 'false' },
    pubDate: 'Fri, 22 Nov 2024 00:00:00 GMT',
    'dc:creator': harmless,
    category: harmless,
    description: harmless,
  })
  expect(toText(channel.item['content:encoded'])).toBe(harmless)
})

test('Atom has titles and summaries as plain text; it tells of updates and corrections once they have come', () => {
  Object.assign(story(), {
    updatedAt: '2024-11-22T01:00:00Z',
    corrections: [
      { at: '2024-11-22T02:00:00Z', text: hostile },
      { at: '2024-11-22T13:00:00Z', text: 'Later.' },
    ],
  })
  const { feed } = read(getFeed('atom', now).bytes.toString())
  expect(feed.title).toBe(harmless)
  expect(feed.updated).toBe('2024-11-22T02:00:00.000Z')
  expect(feed.entry).toMatchObject({
    id: 'http://localhost:3000/articles/first',
    title: headline.replace(forbidden, ''),
    summary: harmless,
    updated: '2024-11-22T02:00:00.000Z',
    published: '2024-11-22T00:00:00.000Z',
    category: { '@_term': harmless },
    author: { name: harmless, uri: 'http://localhost:3000/authors/desk' },
  })
  expect(feed.entry.content['#text']).toContain('<h2>Correction</h2>')
  expect(feed.entry.content['#text']).not.toContain('Later.')
})

test('JSON Feed is of version 1.1, with all authors and its language', () => {
  const feed = JSON.parse(getFeed('json', now).bytes.toString())
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    language: 'en',
    title: harmless,
    feed_url: 'http://localhost:3000/feed.json',
    items: [{ id: 'http://localhost:3000/articles/first', authors: [{ name: harmless }], tags: [harmless] }],
  })
  expect(feed.items[0].date_published).toBe('2024-11-22T00:00:00.000Z')
})

test('feeds of topics, people and corrections hold hostile words, too', () => {
  Object.assign(story(), { corrections: [{ at: '2024-11-22T02:00:00Z', text: hostile }] })
  expect(read(getTopicFeed(topic, now).bytes.toString()).rss.channel.title).toBe(`${harmless} – ${harmless}`)
  expect(read(getPersonFeed(person, now).bytes.toString()).rss.channel.item.guid['#text']).toBe(
    'http://localhost:3000/articles/first#p-1',
  )
  expect(read(getCorrectionsFeed(undefined, now).bytes.toString()).rss.channel.item.title).toContain(harmless)
})

test('a picture comes with its type and its bytes', () => {
  const photo = { src: 'photos/a.jpg', alt: hostile, credit: hostile }
  Object.assign(story(), { photo, photos: [photo.src] })
  const enclosure = { '@_type': 'image/jpeg', '@_length': '1234' }
  expect(read(getFeed('rss', now).bytes.toString()).rss.channel.item.enclosure).toMatchObject(enclosure)
  expect(read(getFeed('atom', now).bytes.toString()).feed.entry.link[1]).toMatchObject({
    '@_rel': 'enclosure',
    ...enclosure,
  })
  expect(JSON.parse(getFeed('json', now).bytes.toString()).items[0]).toMatchObject({
    image: 'http://localhost:3000/photos/a.jpg',
    content_html: expect.stringMatching(/^<figure><img src="http:\/\/localhost:3000\/photos\/a\.jpg\?w=1200"/),
  })
})

test('a feed holds the 50 newest stories that are public, and nothing of others', () => {
  const day = (number: number) => new Date(Date.UTC(2024, 0, number)).toISOString()
  snapshot.index.articles = [
    ...Array.from({ length: 60 }, (_, number) => makeArticle({ slug: `s-${number}`, publishedAt: day(number) })),
    makeArticle({ slug: 'draft', status: 'draft' }),
    makeArticle({ slug: 'scheduled', publishedAt: '2024-11-22T12:00:01Z' }),
    makeArticle({ slug: 'withdrawn', withdrawn: { at: '2024-11-22T11:00:00Z', reason: 'Wrong.' } }),
  ]
  const titles = () =>
    JSON.parse(getFeed('json', now).bytes.toString()).items.map(({ title }: { title: string }) => title)
  expect(titles()).toHaveLength(50)
  expect(titles()).toEqual(Array.from({ length: 50 }, (_, number) => `s-${59 - number}`))
  expect(JSON.parse(getFeed('json', new Date('2024-11-22T12:00:01Z')).bytes.toString()).items[0].title).toBe(
    'scheduled',
  )
})

test('a feed of very long stories has the newest in full, and of the others what they are about', () => {
  snapshot.body = [element('p', {}, ['x'.repeat(1_900_000)])]
  snapshot.index.articles = Array.from({ length: 5 }, (_, number) =>
    makeArticle({ slug: `s-${number}`, dek: `About ${number}.`, publishedAt: `2024-11-0${9 - number}T00:00:00Z` }),
  )
  const { items } = JSON.parse(getFeed('json', now).bytes.toString())
  expect(items.map((item: { content_html: string }) => item.content_html.length > 1_000_000)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  expect(items[4]).toMatchObject({ title: expect.any(String), content_html: '<p>About 4.</p>' })
})

test('a feed is made once, until something changes', () => {
  Object.assign(story(), { corrections: [{ at: '2024-11-22T13:00:00Z', text: 'Wrong.' }] })
  expect(getFeed('rss', new Date(+now + 1000))).toBe(getFeed('rss', now))
  const later = getFeed('rss', new Date('2024-11-22T13:00:00Z'))
  expect(later.tag).not.toBe(getFeed('rss', now).tag)
})

test('without stories feeds are valid, and as old as what was published last', () => {
  snapshot.index.articles = []
  expect(read(getFeed('rss', now).bytes.toString()).rss.channel).not.toHaveProperty('item')
  expect(read(getFeed('atom', now).bytes.toString()).feed.updated).toBe('2024-11-01T00:00:00.000Z')
  expect(JSON.parse(getFeed('json', now).bytes.toString()).items).toEqual([])
  expect(read(getCorrectionsFeed(undefined, now).bytes.toString()).rss.channel).not.toHaveProperty('item')
})
