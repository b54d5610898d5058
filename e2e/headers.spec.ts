import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test'
import { articlePath, feedPath, readsPath } from '#lib/rules/links'
import { editions } from './editions'
import { everyAddress } from './every-address'

test.use({ baseURL: editions.life.url })

/** Expects each security header exactly once. */
function expectSecurity(response: APIResponse, what: string): void {
  const values = (name: string) =>
    response
      .headersArray()
      .filter((header) => header.name.toLowerCase() === name)
      .map((header) => header.value)
  const [policy, ...others] = values('content-security-policy')
  expect(others).toEqual([])
  expect(policy, what).toContain("default-src 'none'; script-src 'self' 'inline-speculation-rules';")
  expect(policy, what).toContain("; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
  expect(values('strict-transport-security'), what).toEqual(['max-age=31536000'])
  expect(values('x-content-type-options'), what).toEqual(['nosniff'])
  expect(values('referrer-policy'), what).toEqual(['strict-origin-when-cross-origin'])
  expect(values('permissions-policy'), what).toEqual([expect.stringContaining('camera=()')])
  expect(values('cross-origin-opener-policy'), what).toEqual(['same-origin'])
  expect(values('x-powered-by'), what).toEqual([])
}

/** The seconds that a shared cache may store a response. Without Cache-Control, caches guess, so this is infinite. */
function sharedSeconds(response: APIResponse): number {
  const words = response.headers()['cache-control'] ?? ''
  if (/private|no-store|no-cache/.test(words)) return 0
  const [, seconds] = /s-maxage=(\d+)/.exec(words) ?? /max-age=(\d+)/.exec(words) ?? []
  return words.includes('stale-while-revalidate')
    ? Number.POSITIVE_INFINITY
    : Number(seconds ?? Number.POSITIVE_INFINITY)
}

for (const [status, addresses] of Object.entries(everyAddress)) {
  for (const address of addresses) {
    test(`${address} answers ${status}, has the security headers, and may be cached for 30 seconds at most`, async ({
      request,
    }) => {
      for (const attempt of ['first', 'second']) {
        const response = await request.get(address, { maxRedirects: 0 })
        expect(response.status(), attempt).toBe(Number(status))
        expectSecurity(response, attempt)
        expect(sharedSeconds(response), attempt).toBeLessThanOrEqual(30)
      }
    })
  }
}

test('a 304 response has the same security headers and caching limit', async ({ request }) => {
  for (const address of ['/', articlePath('moved'), feedPath]) {
    await request.get(address)
    const { etag = '' } = (await request.get(address)).headers()
    const response = await request.get(address, { headers: { 'If-None-Match': etag } })
    expect(response.status(), address).toBe(304)
    expectSecurity(response, address)
    expect(sharedSeconds(response), address).toBeLessThanOrEqual(30)
  }
})

const refusals: Record<string, [number, (request: APIRequestContext) => Promise<APIResponse>]> = {
  'a wrong method': [405, (request) => request.post('/')],
  'a wrong method for reads': [405, (request) => request.get(readsPath)],
  'a body too long': [413, (request) => request.post(readsPath, { data: Buffer.alloc(65 * 1024) })],
  'a wrong width of a picture': [400, (request) => request.get('/photos/public.png?w=161')],
  'an address with an extra slash': [308, (request) => request.get('/latest/', { maxRedirects: 0 })],
  'a report of a read': [204, (request) => request.post(readsPath, { data: { slug: 'moved' } })],
}

for (const [what, [status, ask]] of Object.entries(refusals)) {
  test(`${what} is answered with the security headers`, async ({ request }) => {
    const response = await ask(request)
    expect(response.status()).toBe(status)
    expectSecurity(response, what)
  })
}

test('only a file whose name changes with its content may be cached for longer', async ({ request }) => {
  const story = await (await request.get(articlePath('moved'))).text()
  const file = / src="(\/scripts\/[^"]+)"/.exec(story)?.[1] ?? ''
  const response = await request.get(file)
  expect(response.status(), file).toBe(200)
  expect(response.headers()['cache-control'], file).toBe('public, max-age=31536000, immutable')
  expectSecurity(response, file)
})
