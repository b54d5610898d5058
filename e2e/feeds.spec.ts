import { type APIRequestContext, expect, test } from '@playwright/test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import * as links from '#lib/rules/links'
import { editions } from './editions'

const hidden = /A draft|A story of the future|A story withdrawn|A correction to come/
const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['item', 'entry', 'url'].includes(name) })

async function read(request: APIRequestContext, address: string) {
  const response = await request.get(address)
  expect(response.status(), address).toBe(200)
  const text = await response.text()
  if (address.endsWith('.json')) return { text, data: JSON.parse(text) }
  expect(XMLValidator.validate(text), address).toBe(true)
  return { text, data: parser.parse(text) }
}

const xmlFeeds = [
  ...[links.feedPath, links.atomFeedPath, links.correctionsFeedPath],
  ...[links.topicFeedPath('korea'), links.personFeedPath('john-kirby')],
]

for (const address of [
  ...xmlFeeds,
  links.jsonFeedPath,
  links.sitemapIndexPath,
  links.sitemapPath(1),
  links.newsSitemapPath,
]) {
  test(`${address} is sent again only if it changed`, async ({ request }) => {
    const { etag = '', 'last-modified': time = '' } = (await request.get(address)).headers()
    const ask = async (headers: Record<string, string>) => (await request.get(address, { headers })).status()
    expect(await ask({ 'If-None-Match': etag })).toBe(304)
    expect(await ask({ 'If-Modified-Since': time })).toBe(304)
    expect(await ask({ 'If-None-Match': '"other"', 'If-Modified-Since': time })).toBe(200)
  })
}

test('the feeds contain every story in full, with absolute addresses', async ({ request }) => {
  const { data } = await read(request, links.feedPath)
  const items: Record<string, string>[] = data.rss.channel.item
  expect(items).toHaveLength(28)
  const html = items.map((item) => item['content:encoded'] ?? '').join('')
  expect(html.includes('<figcaption><a href="http://localhost:3000/people/john-kirby">')).toBe(true)
  expect(html.match(/<a href="http:\/\/localhost:3000\/articles\/[^"]+#fn-1"/)).not.toBeNull()
  expect(html.includes('<table>')).toBe(true)
  for (const [, address] of html.matchAll(/ (?:href|src|cite)="([^"]*)"/g)) expect(address).toMatch(/^https?:\/\//)
  expect(html.match(/<(script|iframe|style|form|input|[a-z]*[A-Z][a-z]*)\b/g)).toBeNull()
  expect(html.match(/ (class|style|data-[a-z-]+)=/g)).toBeNull()
  for (const { pubDate } of items) expect(pubDate).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/)
  const { data: json } = await read(request, links.jsonFeedPath)
  expect(json.items.map(({ id }: { id: string }) => id)).toEqual(items.map(({ guid }) => Object(guid)['#text']))
})

test('a story’s picture has the type and the size that the feed states', async ({ request }) => {
  const { data } = await read(request, links.feedPath)
  const enclosures = data.rss.channel.item.flatMap(({ enclosure }: { enclosure?: object }) => enclosure ?? [])
  expect(enclosures.length).toBeGreaterThan(5)
  const response = await request.get(new URL(enclosures[0]['@_url']).pathname)
  expect(response.headers()['content-type']).toBe(enclosures[0]['@_type'])
  expect((await response.body()).length).toBe(Number(enclosures[0]['@_length']))
})

test('every page links to the feeds, its own first', async ({ page }) => {
  const feeds = page.locator('link[rel=alternate]')
  const own = {
    [links.topicPath('korea')]: links.topicFeedPath('korea'),
    [links.personPath('john-kirby')]: links.personFeedPath('john-kirby'),
    [links.correctionsPath]: links.correctionsFeedPath,
  }
  const shared = [links.feedPath, links.atomFeedPath, links.jsonFeedPath]
  for (const address of [
    '/',
    links.latestPath,
    links.articlePath('north-korea-troops-russia'),
    '/about',
    ...Object.keys(own),
  ]) {
    await page.goto(address)
    const named = await feeds.evaluateAll((found) => found.map((link) => new URL(Object(link).href).pathname))
    expect(named, address).toEqual([own[address] ?? [], shared].flat())
  }
})

test('the page of feeds links to all of them', async ({ page, request }) => {
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Feeds' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Feeds')
  await expect(page.getByText('http://localhost:3000/feed.xml', { exact: true })).toBeVisible()
  const feeds = page.getByRole('main').getByRole('link')
  const addresses = await feeds.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
  expect(addresses).toEqual(expect.arrayContaining([...xmlFeeds, links.jsonFeedPath]))
  for (const address of addresses) await read(request, address)
})

test('every address in the sitemap answers, and robots.txt names the sitemap', async ({ request }) => {
  const robots = await (await request.get(links.robotsPath)).text()
  expect(robots).toContain(`Sitemap: http://localhost:3000${links.sitemapIndexPath}`)
  const { data } = await read(request, links.sitemapPath(1))
  const paths: string[] = data.urlset.url.map(({ loc }: { loc: string }) => new URL(loc).pathname)
  expect(paths.length).toBeGreaterThan(90)
  const statuses = await Promise.all(
    paths.map(async (path) => [path, (await request.get(path, { maxRedirects: 0 })).status()]),
  )
  expect(statuses.filter(([, status]) => status !== 200)).toEqual([])
  expect((await request.get(links.sitemapPath(2))).status()).toBe(404)
})

test.describe('in the test edition', () => {
  test.use({ baseURL: editions.life.url })

  test('a moved story keeps its first address as its id', async ({ request }) => {
    const id = `http://localhost:3000${links.articlePath('first-address')}`
    const moved = <Item extends { title: unknown }>(items: Item[]) =>
      items.find(({ title }) => JSON.stringify(title).includes('A story that moved'))
    expect(moved((await read(request, links.feedPath)).data.rss.channel.item)).toMatchObject({
      link: `http://localhost:3000${links.articlePath('moved')}`,
      guid: { '#text': id, '@_isPermaLink': 'false' },
    })
    expect(moved((await read(request, links.atomFeedPath)).data.feed.entry)).toMatchObject({ id })
    expect(moved((await read(request, links.jsonFeedPath)).data.items)).toMatchObject({ id })
  })

  test('feeds and sitemaps leave out drafts, scheduled and withdrawn stories', async ({ request }) => {
    const feeds = [links.feedPath, links.atomFeedPath, links.jsonFeedPath, links.topicFeedPath('life')]
    for (const address of [...feeds, links.correctionsFeedPath, links.personFeedPath('speaker')]) {
      expect((await read(request, address)).text).not.toMatch(hidden)
    }
    for (const address of [links.sitemapPath(1), links.newsSitemapPath]) {
      expect((await read(request, address)).text).not.toMatch(/articles\/(draft|scheduled|withdrawn)</)
    }
    expect((await read(request, links.feedPath)).data.rss.channel.item).toHaveLength(49)
  })

  test('an update and a correction change a story’s time once they take effect', async ({ request }) => {
    const { data } = await read(request, links.atomFeedPath)
    const story = data.feed.entry.find(({ id }: { id: string }) => id.endsWith('/quoted'))
    expect(story).toMatchObject({ published: '2024-11-21T15:30:00.000Z', updated: '2024-11-23T15:30:00.000Z' })
    expect(data.feed.updated).toBe('2024-11-23T15:30:00.000Z')
  })

  test('the pages of corrections list all corrections, newest first', async ({ page, request }) => {
    await page.goto('/')
    await page.getByRole('contentinfo').getByRole('link', { name: 'Corrections' }).click()
    const corrections = page.getByRole('main').getByRole('listitem')
    await expect(page.getByText('23 corrections, page 1 of 2')).toBeVisible()
    await expect(corrections).toHaveCount(20)
    await expect(corrections.first()).toContainText('The second correction.')
    await expect(corrections.first()).toContainText('November 24, 2024')
    await expect(page.getByText(hidden)).toHaveCount(0)
    await page.getByRole('link', { name: 'Older' }).click()
    await expect(page).toHaveURL(links.listPagePath(links.correctionsPath, 2))
    await expect(corrections).toHaveCount(3)
    await corrections.last().getByRole('link', { name: 'Many 1' }).click()
    await expect(page).toHaveURL(links.articlePath('many-1'))
    expect((await request.get(links.listPagePath(links.correctionsPath, 3))).status()).toBe(404)
    const { data } = await read(request, links.correctionsFeedPath)
    expect(new Set(data.rss.channel.item.map(({ guid }: { guid: object }) => Object(guid)['#text'])).size).toBe(23)
  })
})

test.describe('in an edition without stories', () => {
  test.use({ baseURL: editions.empty.url })

  test('feeds and sitemaps are valid, and the page of corrections says that there are none', async ({
    page,
    request,
  }) => {
    const feeds = [links.feedPath, links.atomFeedPath, links.jsonFeedPath, links.correctionsFeedPath]
    for (const address of [...feeds, links.sitemapIndexPath, links.sitemapPath(1), links.newsSitemapPath]) {
      await read(request, address)
    }
    await page.goto(links.correctionsPath)
    await expect(page.getByText('0 corrections')).toBeVisible()
    await expect(page.getByText('No corrections yet.')).toBeVisible()
  })
})
