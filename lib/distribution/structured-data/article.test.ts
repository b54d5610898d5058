import type { Root } from 'hast'
import { expect, test, vi } from 'vitest'
import { asOf } from '#lib/publication/as-of'
import { toAbsolute } from '#lib/publication/site'
import { makeArticle } from '#lib/tools/testing/make-article'
import type { Index } from '#lib/types'
import { toArticleData } from './article'

const index: Index = {
  publication: { name: 'The Gazette', tagline: 'T', language: 'en', timeZone: 'UTC', publisher: 'Press', topics: [] },
  articles: [],
  topics: [{ slug: 'law', title: 'Law & Order', description: 'All of it.' }],
  authors: [
    { slug: 'jane', name: 'Jane Doe', kind: 'person' },
    { slug: 'desk', name: 'The Desk', kind: 'organization' },
  ],
  people: [],
  pages: [],
  photos: { 'photos/lake.png': { width: 1600, height: 900 } },
  standingPhotos: [],
  standingPeople: [],
}
vi.mock('#lib/snapshot/load', () => ({ readIndex: () => index }))

const site = toAbsolute('')
const now = new Date('2024-11-22T12:00:00Z')
const empty: Root = { type: 'root', children: [] }
const toData = (fields: object, body = empty) =>
  toArticleData(asOf(makeArticle({ slug: 'talks', authors: ['jane', 'desk'], topics: ['law'], ...fields }), now), body)

test('each author is an object of its own, with the bare name and the address of their page', () => {
  expect(toData({})[0]).toMatchObject({
    '@type': 'NewsArticle',
    author: [
      { '@type': 'Person', name: 'Jane Doe', url: `${site}/authors/jane` },
      { '@type': 'Organization', name: 'The Desk', url: `${site}/authors/desk` },
    ],
    publisher: { '@type': 'NewsMediaOrganization', name: 'Press' },
    isPartOf: { name: 'The Gazette' },
    articleSection: 'Law & Order',
  })
})

test('updates and corrections count from their own time on', () => {
  const publishedAt = '2024-11-20T00:00:00+09:00'
  const corrections = [
    { at: '2024-11-21T00:00:00Z', text: 'It was ten.' },
    { at: '2024-11-23T00:00:00Z', text: 'Not yet.' },
  ]
  expect(toData({ publishedAt, updatedAt: '2024-11-23T00:00:00Z', corrections })[0]).toMatchObject({
    datePublished: publishedAt,
    dateModified: publishedAt,
    correction: [{ '@type': 'CorrectionComment', text: 'It was ten.', datePublished: '2024-11-21T00:00:00Z' }],
  })
  expect(toData({ publishedAt, updatedAt: '2024-11-22T00:00:00Z' })[0]).toMatchObject({
    dateModified: '2024-11-22T00:00:00Z',
  })
})

test('a picture is offered in three ratios with its true sizes; without one there is none', () => {
  const photo = { src: 'photos/lake.png', alt: 'A lake', credit: 'Press' }
  expect(toData({ photo })[0]).toMatchObject({
    image: [
      { url: `${site}/photos/lake.png?crop=16x9`, width: '1200', height: '675', creditText: 'Press' },
      { url: `${site}/photos/lake.png?crop=4x3`, width: '1200', height: '900' },
      { url: `${site}/photos/lake.png?crop=1x1`, width: '900', height: '900' },
    ],
  })
  expect(toData({})[0]).not.toHaveProperty('image')
})

test('a quotation names its speaker and the place on the page where it stands', () => {
  const properties = { id: 'sam-1', by: 'sam', name: 'Sam Speaker', lang: 'ko', source: 'https://example.org/' }
  const words = {
    type: 'element' as const,
    tagName: 'em',
    properties: {},
    children: [{ type: 'text' as const, value: 'do' }],
  }
  const children = [{ type: 'text' as const, value: 'We  ' }, words]
  const body: Root = { type: 'root', children: [{ type: 'element', tagName: 'BlockQuote', properties, children }] }
  expect(toData({}, body)[0]).toMatchObject({
    hasPart: [
      {
        '@type': 'Quotation',
        url: `${site}/articles/talks#sam-1`,
        text: 'We do',
        spokenByCharacter: { '@type': 'Person', name: 'Sam Speaker', url: `${site}/people/sam` },
        inLanguage: 'ko',
        isBasedOn: 'https://example.org/',
      },
    ],
  })
})

test('the way to a story leads over its primary topic', () => {
  expect(toData({ headline: 'Talks Resume' })[1]).toMatchObject({
    itemListElement: [
      { position: 1, name: 'The Gazette', item: `${site}/` },
      { position: 2, name: 'Law & Order', item: `${site}/topics/law` },
      { position: 3, name: 'Talks Resume', item: `${site}/articles/talks` },
    ],
  })
})
