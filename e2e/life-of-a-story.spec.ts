import { expect, test } from '@playwright/test'
import * as links from '#lib/rules/links'
import { SiteWithAClock } from './site-with-a-clock'

let site: SiteWithAClock

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  site = new SiteWithAClock(3231)
  site.setTime(at('08:00:00'))
  await site.publish('draft')
  await site.start({ PREVIEW_SECRET: 'open sesame twice', TRUSTED_PROXIES: '1' })
})

test.afterAll(() => site.stop())

const headline = 'The harbour reopens at dawn'
const get = async (path: string) => {
  const response = await fetch(site.url + path, { redirect: 'manual' })
  return { status: response.status, location: response.headers.get('Location'), text: await response.text() }
}
const at = (time: string) => `2031-03-04T${time}+09:00`

/** Where readers could find the story, and the text that shows it there. */
const places: Record<string, [string, string]> = {
  'front page': [links.frontPagePath, headline],
  latest: [links.latestPath, headline],
  topic: [links.topicPath('harbour'), headline],
  'count of the topic': [links.topicsPath, '2 stories'],
  author: [links.authorPath('desk'), headline],
  'count of the author': [links.authorsPath, '2 stories'],
  archive: [links.archivePeriodPath('2031-03'), headline],
  'day in the archive': [links.archivePeriodPath('2031-03-04'), headline],
  'page of the part before': [links.articlePath('ferry-plan'), 'Story so far'],
  'hot this week': [links.hotThisWeekPath, headline],
  'hot data': [links.hotThisWeekDataPath, headline],
  search: [links.searchResultsPath({ q: 'breakwater' }), headline],
  RSS: [links.feedPath, 'The breakwater holds.'],
  Atom: [links.atomFeedPath, 'The breakwater holds.'],
  'JSON Feed': [links.jsonFeedPath, 'The breakwater holds.'],
  'feed of the topic': [links.topicFeedPath('harbour'), headline],
  sitemap: [links.sitemapPath(1), '/photos/pier.png'],
  'news sitemap': [links.newsSitemapPath, headline],
  'people quoted': [links.peoplePath, 'Pia Pilot'],
  'page of the pilot': [links.personPath('pilot'), 'The water is deep enough.'],
  'feed of the pilot': [links.personFeedPath('pilot'), 'The water is deep enough.'],
  'list of feeds': [links.feedsPath, 'Pia Pilot'],
}

/** Where the story is visible, and which of its own addresses answer. */
async function sightings(slug: string) {
  const seen = await Promise.all(
    Object.entries(places).map(async ([place, [path, words]]) => ((await get(path)).text.includes(words) ? place : [])),
  )
  const own = [links.articlePath(slug), links.sharePath(slug)]
  const pictures = [links.photoPath('photos/lighthouse.png'), links.photoPath('photos/pier.png', 640)]
  const statuses = await Promise.all([...own, ...pictures].map(async (path) => (await get(path)).status))
  return { seen: seen.flat(), statuses }
}

const everywhere = { seen: Object.keys(places), statuses: [200, 200, 200, 200] }
const nowhere = { seen: [], statuses: [404, 404, 404, 404] }

const preview = async (slug: string, secret = 'open sesame twice', client = '192.0.2.1') => {
  const path = `${links.previewPath}?${new URLSearchParams({ secret, slug })}`
  const response = await fetch(site.url + path, { headers: { 'X-Forwarded-For': client } })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

test('with the secret a draft is previewed as it will look, and leaves no trace', async ({ page }) => {
  const { headers } = await preview('harbour')
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    'referrer-policy': expect.stringMatching(/no-referrer$/),
  })
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(new URL(request.url()).pathname))
  await page.goto(`${site.url}${links.previewPath}?secret=open+sesame+twice&slug=harbour`)
  await expect(page.getByRole('complementary', { name: 'Preview' })).toContainText('Preview: not published')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)
  await expect(page.getByRole('navigation', { name: 'Story so far' })).toContainText('A plan for the ferries')
  for (const name of ['A lighthouse', 'A pier']) {
    const width = await page.getByRole('img', { name }).evaluate((image: HTMLImageElement) => image.naturalWidth)
    expect(width, name).toBe(1200)
  }
  expect(addresses.filter((path) => !/^\/(api\/preview|icon\.svg)$/.test(path))).toEqual([])
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex')
  const [left] = await Promise.all([
    page.waitForRequest(`${site.url}/`),
    page.getByRole('link', { name: 'Leave the preview' }).click(),
  ])
  expect(left.headers()).not.toHaveProperty('referer')
})

test('a wrong secret shows no preview, and repeated attempts are refused', async () => {
  for (const wrong of ['', 'open', 'open sesame twice ', 'Open sesame twice']) {
    const { status, text } = await preview('harbour', wrong)
    expect(status, wrong).toBe(401)
    expect(text).not.toContain(headline)
  }
  expect((await preview('never-written')).status).toBe(404)
  expect((await preview('tide-tables')).text).toContain('Tide tables')
  const flood = []
  for (let n = 0; n < 30; n++) flood.push((await preview('harbour', `guess ${n}`, '192.0.2.99')).status)
  expect(flood.filter((status) => status === 401).length).toBeLessThanOrEqual(22)
  expect((await preview('harbour', 'open sesame twice', '192.0.2.99')).status).toBe(429)
  expect((await preview('harbour')).status).toBe(200)
})

test('one story from draft to withdrawal, on one server without a new build or restart', async ({ page }) => {
  test.setTimeout(300_000)
  const path = links.articlePath('harbour')

  await test.step('draft: visible nowhere, although its time has come', async () => {
    expect(await sightings('harbour')).toEqual(nowhere)
  })

  await test.step('scheduled: visible nowhere until the exact second, then everywhere', async () => {
    site.setTime(at('08:55:00'))
    await site.publish('scheduled')
    expect(await sightings('harbour')).toEqual(nowhere)
    expect((await preview('harbour')).text).toContain('Scheduled for Tuesday, March 4, 2031, 9:00')
    site.setTime(at('08:59:40'))
    expect(await sightings('harbour')).toEqual(nowhere)
    site.setTime(at('09:00:00'))
    expect(await sightings('harbour')).toEqual(everywhere)
    expect((await preview('harbour')).text).toContain('Preview: published')
    const { text } = await get(path)
    expect(text).not.toMatch(/Updated <time|id="corrections"|Corrected/)
    expect(text).toContain('"position":2,"name":"The harbour reopens at dawn"')
    await page.goto(site.url + path)
    const parts = page.getByRole('navigation', { name: 'Story so far' }).getByRole('listitem')
    await expect(parts).toHaveText([/^A plan for the ferries/, /^The harbour reopens at dawn \(this part\)/])
    await expect(page.getByRole('region', { name: 'Related articles' })).toHaveCount(0)
  })

  await test.step('updated', async () => {
    expect((await get(path)).text).not.toContain('Updated')
    site.setTime(at('11:00:00'))
    const { text } = await get(path)
    expect(text).toContain('Updated <time dateTime="2031-03-04T02:00:00.000Z">')
    expect(text).toContain('"dateModified":"2031-03-04T02:00:00.000Z"')
    expect((await get(links.sitemapPath(1))).text).toContain('<lastmod>2031-03-04T02:00:00.000Z')
    expect((await get(links.atomFeedPath)).text).toContain('<updated>2031-03-04T02:00:00.000Z')
  })

  await test.step('corrected: on the page, in lists, in the feeds and on the page of corrections', async () => {
    const words = 'The first ferry left at seven.'
    const paths = [path, links.correctionsPath, links.correctionsFeedPath, links.feedPath]
    for (const place of paths) expect((await get(place)).text, place).not.toContain(words)
    expect((await get(links.latestPath)).text).not.toContain('Corrected')
    site.setTime(at('13:00:00'))
    for (const place of paths) expect((await get(place)).text, place).toContain(words)
    expect((await get(path)).text).toContain('"@type":"CorrectionComment"')
    const lists = ['front page', 'latest', 'topic', 'author', 'archive', 'hot this week', 'search', 'page of the pilot']
    for (const list of [...lists, 'page of the part before']) {
      expect((await get(places[list]?.[0] ?? '')).text, list).toContain('Corrected')
    }
    expect((await get(links.sitemapPath(1))).text).toContain('<lastmod>2031-03-04T04:00:00.000Z')
  })

  await test.step('moved: the old address redirects at once, and feed readers recognize the story', async () => {
    const guid = /<guid isPermaLink="false">[^<]*\/articles\/harbour<\/guid>/
    expect((await get(links.feedPath)).text).toMatch(guid)
    await site.publish('moved')
    site.setTime(at('15:00:00'))
    expect(await sightings('harbour-reopens')).toEqual(everywhere)
    expect(await get(path)).toMatchObject({ status: 308, location: links.articlePath('harbour-reopens') })
    expect(await get(links.sharePath('harbour'))).toMatchObject({
      status: 308,
      location: links.sharePath('harbour-reopens'),
    })
    expect((await get(links.feedPath)).text).toMatch(guid)
  })

  await test.step('withdrawn: 410 with the reason, and removed everywhere else', async () => {
    site.setTime(at('18:00:00'))
    expect(await sightings('harbour-reopens')).toEqual({ seen: [], statuses: [410, 404, 404, 404] })
    expect((await get(links.articlePath('harbour-reopens'))).text).toContain('The pilot was misheard.')
    expect(await get(path)).toMatchObject({ status: 308, location: links.articlePath('harbour-reopens') })
    for (const place of [links.correctionsPath, links.correctionsFeedPath]) {
      expect((await get(place)).text, place).not.toContain('The first ferry left at seven.')
    }
  })
})
