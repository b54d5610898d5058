import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { articlePath } from '#lib/links'
import { nginx } from './editions'

test.use({ baseURL: nginx.url })

const cached = async (request: APIRequestContext, address: string, headers = {}) => {
  await request.get(address, { headers })
  return request.get(address, { headers })
}

test('a page is kept, compressed, with all its headers', async ({ request }) => {
  const response = await cached(request, articlePath('quoted'), { 'Accept-Encoding': 'gzip, br' })
  expect(response.headers()).toMatchObject({
    'x-cache': 'HIT',
    'content-encoding': 'gzip',
    'content-security-policy': expect.stringContaining("script-src 'self' 'inline-speculation-rules'"),
  })
  expect(await response.text()).toContain('A story with words')
})

test('who cannot unpack a page gets it as it is', async ({ request }) => {
  const response = await cached(request, articlePath('quoted'), { 'Accept-Encoding': 'identity' })
  expect(response.headers()['content-encoding']).toBeUndefined()
  expect(await response.text()).toContain('</html>')
})

test('what is gone, moved or unknown stays so', async ({ request }) => {
  expect((await cached(request, articlePath('withdrawn'))).status()).toBe(410)
  expect((await cached(request, '/nothing-here')).status()).toBe(404)
  const moved = await request.get(articlePath('first-address'), { maxRedirects: 0 })
  expect(moved.headers().location).toBe(articlePath('moved'))
})

test('each browser gets pictures it can read', async ({ request }) => {
  for (const type of ['image/avif', 'image/webp']) {
    const response = await cached(request, '/photos/public.png?w=320', { Accept: type })
    expect(response.headers()).toMatchObject({ 'x-cache': 'HIT', 'content-type': type })
  }
})

test('what is kept is handed out until its time is over, and never again afterwards', async ({ request }) => {
  let made = 0
  const site = createServer((_, response) => {
    made++
    response.setHeader('Cache-Control', 'public, max-age=0, s-maxage=1').end(`edition ${made}`)
  }).listen(0, 'localhost')
  await once(site, 'listening')
  const { port } = site.address() as AddressInfo
  const front = spawn(process.execPath, ['--import', 'tsx', 'lib/commands/nginx.ts', '3236', `localhost:${port}`])
  try {
    const get = async () => (await request.get('http://localhost:3236/')).text()
    await expect(async () => expect(await get()).toBe('edition 1')).toPass()
    const seen: number[] = []
    for (const end = Date.now() + 5000; Date.now() < end; ) seen.push(Number((await get()).slice('edition '.length)))
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    // nginx counts in whole seconds.
    expect(seen.at(-1)).toBeGreaterThanOrEqual(3)
    expect(seen.length).toBeGreaterThan(10 * made)
  } finally {
    front.kill()
    site.close()
  }
})
