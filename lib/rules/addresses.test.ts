import { expect, test } from 'vitest'
import { parseAddress, toCanonicalPath } from './addresses'
import { articlePath, isSlug, photoPath } from './links'

test.each([
  ['/', { kind: 'front-page', name: '', page: 1 }],
  ['/corrections/feed.xml', { kind: 'corrections/feed.xml', name: '', page: 1 }],
  ['/corrections/page/2', { kind: 'corrections', name: '', page: 2 }],
  ['/topics/life/feed.xml', { kind: 'topic-feed', name: 'life', page: 1 }],
  ['/articles/life/share.png', { kind: 'share-image', name: 'life', page: 1 }],
  ['/sitemaps/12.xml', { kind: 'sitemap', name: '12', page: 1 }],
  ['/latest/page/2', { kind: 'latest', name: '', page: 2 }],
  [articlePath('한글'), { kind: 'article', name: '한글', page: 1 }],
  [articlePath('한글'.normalize('NFD')), { kind: 'article', name: '한글', page: 1 }],
  ['/topics/page/feed.xml', { kind: 'topic-feed', name: 'page', page: 1 }],
  ['/topics/page', { kind: 'topic', name: 'page', page: 1 }],
  ['/topics/page/page/3', { kind: 'topic', name: 'page', page: 3 }],
  ['/archive/2024/02/29/page/2', { kind: 'archive-period', name: '2024-02-29', page: 2 }],
  ['/photos/a/b.png', { kind: 'photo', name: 'photos/a/b.png', page: 1 }],
  ['/page', { kind: 'page', name: 'page', page: 1 }],
])('%s is an address', (path, address) => expect(parseAddress(path)).toEqual(address))

test.each([
  '/latest/page/0',
  '/latest/page/01',
  '/latest/page/1e3',
  '/articles/a/b',
  '/articles/x/page/2',
  '/constructor/x',
  '/latest%2Ffeeds',
  '/api%2Freads',
  '/articles/a%00b',
  '/articles/x/',
])('%s is none', (path) => expect(parseAddress(path)).toBeUndefined())

test.each([
  '/archive/2023/02/29',
  '/archive/2024/2',
  '/archive/2024-02',
  '/archive/20/24',
  '/articles/%ZZ',
  '/page/2',
  '/sitemaps/0.xml',
])('%s is none either', (path) => expect(parseAddress(path)).toBeUndefined())

test.each(['/articles/%ed%95%9c', '/articles/%E1%84%92%E1%85%A1%E1%86%AB', '/articles/%ED%95%9C/', '/%61rticles/한'])(
  '%s is another spelling of one address',
  (path) => expect(toCanonicalPath(path)).toBe('/articles/%ED%95%9C'),
)

test('an address that cannot be decoded has no canonical spelling, one that is canonical stays', () => {
  for (const path of ['/articles/%E0%A4%A', '/a%2Fb', '/a%00']) expect(toCanonicalPath(path)).toBeUndefined()
  for (const path of ['/', '/latest/page/2', photoPath("photos/서울 #1+(2)'.png")])
    expect(toCanonicalPath(path)).toBe(path)
})

test('a path of very many parts, or a very long one, is no address', () => {
  for (const path of ['/'.repeat(13_000), '/a'.repeat(40), `/${'%25'.repeat(4500)}`, `/photos/${'a'.repeat(5000)}`]) {
    expect(toCanonicalPath(path)).toBeUndefined()
    expect(parseAddress(path)).toBeUndefined()
  }
})

test('slugs are lower-case letters or digits of any script joined by single hyphens', () => {
  for (const slug of ['imf-2024', '한글은-어떻게', 'año', 'a']) expect(isSlug(slug)).toBe(true)
  for (const slug of ['', 'A', 'a--b', '-a', 'a-', 'a_b', 'a b', 'a.b', '한'.repeat(67)])
    expect(isSlug(slug)).toBe(false)
})

test('a picture’s address is encoded part by part', () => {
  expect(photoPath('photos/서울 #1.png', 640)).toBe('/photos/%EC%84%9C%EC%9A%B8%20%231.png?w=640')
})
