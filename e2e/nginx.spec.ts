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
