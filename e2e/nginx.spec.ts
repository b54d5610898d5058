import { get, type IncomingMessage } from 'node:http'
import { type APIRequestContext, expect, test } from '@playwright/test'
import * as links from '#lib/rules/links'
import { editions, nginx } from './editions'

test.use({ baseURL: nginx.url })

const story = links.articlePath('quoted')

const cached = async (request: APIRequestContext, address: string, headers = {}) => {
  await request.get(address, { headers })
  return request.get(address, { headers })
}

test('a page is cached, compressed, with all its headers', async ({ request }) => {
  const response = await cached(request, story, { 'Accept-Encoding': 'gzip, br' })
  expect(response.headers()).toMatchObject({
    'x-cache': 'HIT',
    'content-encoding': 'gzip',
    'content-security-policy': expect.stringContaining("script-src 'self' 'inline-speculation-rules'"),
  })
  expect(await response.text()).toContain('A story with words')
})

test('a client that does not accept compression gets an uncompressed page', async ({ request }) => {
  const response = await cached(request, story, { 'Accept-Encoding': 'identity' })
  expect(response.headers()['content-encoding']).toBeUndefined()
  expect(await response.text()).toContain('</html>')
})

test('withdrawn, moved and unknown addresses keep their status', async ({ request }) => {
  expect((await cached(request, links.articlePath('withdrawn'))).status()).toBe(410)
  expect((await cached(request, '/nothing-here')).status()).toBe(404)
  const moved = await request.get(links.articlePath('first-address'), { maxRedirects: 0 })
  expect(moved.headers().location).toBe(links.articlePath('moved'))
})

test('each browser gets pictures it can read', async ({ request }) => {
  for (const type of ['image/avif', 'image/webp']) {
    const response = await cached(request, '/photos/public.png?w=320', { Accept: type })
    expect(response.headers()).toMatchObject({ 'x-cache': 'HIT', 'content-type': type })
  }
})

test('an original picture is not cached, however its address is written', async ({ request }) => {
  for (const query of ['', '?W=320', '?x=1&w=320', '?CROP=16x9', '?w=', '?%77=320']) {
    await request.head(`/photos/public.png${query}`)
    const again = await request.head(`/photos/public.png${query}`)
    expect(again.headers()['x-cache'], query).toBeUndefined()
  }
})

/** The type of a picture that was requested with one Accept line for each type. */
async function getPictureType(site: string, accepted: string[]) {
  const response = await new Promise<IncomingMessage>((done, fail) =>
    get(`${site}/photos/public.png?w=480`, { headers: { Accept: accepted } }, done).once('error', fail),
  )
  response.resume()
  expect(response.headers.vary).toBe('Accept')
  return response.headers['content-type']
}

for (const site of [nginx.url, editions.life.url])
  test(`unusual Accept headers for pictures at ${site} do not affect other clients`, async () => {
    expect(['image/avif', 'image/webp']).toContain(await getPictureType(site, ['image/webp', 'image/avif']))
    expect(await getPictureType(site, ['image/webp'])).toBe('image/webp')
    expect(await getPictureType(site, ['image/avif;q=0', 'image/webp'])).toBe('image/webp')
    expect(await getPictureType(site, ['image/webp, image/avif;q=0.0'])).toBe('image/webp')
    expect(await getPictureType(site, ['image/avif'])).toBe('image/avif')
  })

const documents = [links.feedPath, links.jsonFeedPath, links.personFeedPath('speaker'), links.sitemapIndexPath]
for (const address of [links.latestPath, ...documents]) {
  test(`${address} is cached, and sent again only to clients with another version`, async ({ request }) => {
    await request.get(editions.life.url + address)
    const response = await cached(request, address)
    expect(response.headers()['x-cache']).toBe('HIT')
    const known = { 'If-None-Match': response.headers().etag ?? '' }
    expect((await request.get(address, { headers: known })).status()).toBe(304)
    expect((await request.get(address, { headers: { 'If-None-Match': '"other"' } })).status()).toBe(200)
  })
}

test('the script that reports a read is cached for a year', async ({ request }) => {
  const [address = ''] = /\/scripts\/\w+\.js/.exec(await (await request.get(story)).text()) ?? []
  expect((await cached(request, address)).headers()).toMatchObject({
    'x-cache': 'HIT',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
  })
})

test('a search is never answered from the cache', async ({ request }) => {
  const response = await cached(request, links.searchResultsPath({ q: 'moved' }))
  expect(response.headers()).toMatchObject({ 'x-cache': 'MISS', 'cache-control': 'private, max-age=30' })
  expect(await response.text()).toContain('1 story for “moved”')
})
