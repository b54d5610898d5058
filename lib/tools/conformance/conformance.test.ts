import { expect, test } from 'vitest'
import { checkSite } from './check-site'
import { crawl } from './crawl'
import { type Change, getFromValidSite, readValidFile } from './valid-site'

const now = new Date('2024-11-22T12:00:00Z')
const check = async (change?: Change) => checkSite(await crawl(getFromValidSite(change), now))

const inFile = (file: string, words: string, by: string): Change => ({ file, words, by })
const story = (words: string, by: string) => inFile('articles/talks.html', words, by)
const answers = (path: string, status: number, headers: Record<string, string> = {}): Change => ({
  path,
  answer: () =>
    new Response(status === 304 ? null : 'Nothing', { status, headers: { 'Content-Type': 'text/plain', ...headers } }),
})

const xml = { headers: { 'Content-Type': 'application/xml' } }

/** For each rule: the first words of its fact, and a change of the valid site that breaks it. */
const breaks: [string, Change][] = [
  ['An address that was never used', { path: '/nobody-ever-used-this-address', answer: () => new Response('') }],
  ['robots.txt', inFile('robots.txt', 'Allow: /', 'Disallow: /')],
  ['security.txt', inFile('.well-known/security.txt', '2024-12-22', '2024-11-01')],
  [
    'There is a sitemap',
    inFile('sitemaps/1.xml', '<loc>https://news.example/articles/talks</loc>', '<loc>https://news.example/</loc>'),
  ],
  ['There are RSS, Atom and JSON feeds', inFile('index.html', 'application/atom+xml', 'text/plain')],
  ['No link of the publication is dead', inFile('index.html', '</body>', '<a href="/gone">Gone</a></body>')],
  ['No link of the publication is redirected', answers('/authors/jane', 308, { Location: '/authors/jane-doe' })],
  ['A page has one h1', story('<blockquote>', '<h1>Two</h1><blockquote>')],
  ['A page has one title', story('<title>Talks Resume – The News</title>', '')],
  ['No two pages', story('<title>Talks Resume', '<title>Jane Doe')],
  ['A page has one description', story('<meta name="description" content="About Talks Resume" />', '')],
  [
    'A page names its own absolute address',
    story('rel="canonical" href="https://news.example', 'rel="canonical" href="'),
  ],
  ['A page says its language', story('<html lang="en">', '<html>')],
  ['Every picture has alternative text', story('alt="A lake"', '')],
  ['Search engines may show large previews', story('max-image-preview:large', 'all')],
  ['A page has a whole Open Graph card', story('og:locale', 'og:place')],
  [
    'The card has the address',
    story('og:url" content="https://news.example/articles/talks', 'og:url" content="https://news.example/'),
  ],
  ['The card is a large one', story('summary_large_image', 'summary')],
  ['Structured data can be read', story('"@graph": [', '"@graph": [,')],
  ['A page says of what type', inFile('authors/jane.html', '"@type": "ProfilePage"', '"@type": "Profile"')],
  ['Each type has the properties', story('"keywords"', '"words"')],
  ['The way to a page', story('"position": 2', '"position": 3')],
  [
    'A story’s card is an article',
    story('article:published_time" content="2024-11-22T09:00:00Z', 'article:published_time" content="2024-11-22'),
  ],
  ['A story’s card has its headline', story('og:title" content="Talks Resume', 'og:title" content="Talks')],
  ['A story’s headline for programs', story('"headline": "Talks Resume"', '"headline": "Talks"')],
  ['A story’s description for programs', story('"description": "About Talks Resume"', '"description": "About"')],
  ['A story shows when', story('"dateModified": "2024-11-22T10', '"dateModified": "2024-11-22T11')],
  ['Dates of a story', story('"datePublished": "2024-11-22T09', '"datePublished": "2024-11-23T09')],
  ['Each author is an object', story('"name": "Jane Doe"', '"name": "By Jane Doe"')],
  ['The publisher has a name and a logo', story('"logo"', '"picture"')],
  ['Quotations are those', story('<blockquote>We will stay.', '<blockquote>We may stay.')],
  ['Corrections are those', story('<section aria-labelledby="corrections">', '<section>')],
  ['Pictures come in', story('"height": "600"', '"height": "500"')],
  ['The image for sharing is a PNG', answers('/share.png', 200, { 'Content-Type': 'image/png' })],
  ['Pictures for programs are there', answers('/photos/4x3.png', 404)],
  ['XML and JSON can be read', inFile('feed.json', '"items"', 'items')],
  ['XML and JSON can be read', inFile('feed.xml', '</title>', '')],
  ['A feed has version', inFile('feed.xml', 'rel="self"', 'rel="me"')],
  ['Every item has an id', inFile('feed.json', '"id": "talks"', '"id": 7')],
  ['Dates have the form', inFile('feed.xml', '22 Nov 2024', '22 Nov 24')],
  ['Every story in a feed', inFile('atom.xml', '<author><name>Jane Doe</name></author>', '')],
  ['The text of items', inFile('feed.json', 'https://news.example/\\">', '/\\">')],
  ['Items lead to pages', inFile('feed.xml', '<title>Talks Resume', '<title>Talks')],
  ['A feed is sent again', { path: '/atom.xml', answer: () => new Response(readValidFile('atom.xml'), xml) }],
  ['A sitemap can be read', inFile('sitemaps/1.xml', '<urlset', '<urls')],
  ['Addresses in a sitemap', inFile('sitemaps/1.xml', '<loc>https://news.example/</loc>', '<loc>/</loc>')],
  ['lastmod', inFile('sitemaps/1.xml', '2024-11-22T10', '2024-11-23T10')],
  ['The news sitemap', answers('/news-sitemap.xml', 200)],
  ['News is of the last 48 hours', inFile('news-sitemap.xml', '<news:language>en</news:language>', '')],
]

test('a valid site has no errors, and every rule checks something', async () => {
  const results = await check()
  expect(
    results.flatMap(({ fact, errors }) => errors.map(({ address, what }) => `${fact}: ${address} ${what}`)),
  ).toEqual([])
  expect(results.filter(({ checked }) => checked === 0).map(({ fact }) => fact)).toEqual([])
})

test('every rule has a change that breaks it', async () => {
  const facts = (await check()).map(({ fact }) => fact)
  expect(facts.map((fact) => breaks.some(([start]) => fact.startsWith(start)))).toEqual(facts.map(() => true))
})

test.each(breaks)('%s…: the error is found', async (start, change) => {
  const result = (await check(change)).find(({ fact }) => fact.startsWith(start))
  expect(result?.errors).not.toEqual([])
})
