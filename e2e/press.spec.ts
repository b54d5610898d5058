import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test'
import { articlePath, sharePath } from '#lib/links'
import { editions } from './editions'

test.use({ baseURL: editions.life.url, javaScriptEnabled: false })

/** Of the 48 public stories three are rendered at build; `many-1` is among the oldest. */
const pages = {
  'a page made at build': ['/', 200],
  'a page made on demand': [articlePath('many-1'), 200],
  'a page past the build': ['/latest/page/3', 200],
  'a withdrawn story': [articlePath('withdrawn'), 410],
  'an unknown address': ['/nothing-here', 404],
  'a page with a query': [`${articlePath('many-2')}?utm_source=test`, 200],
} as const

const expectDocument = (html: string) => {
  expect(html).toMatch(/^<!DOCTYPE html><html[\s\S]*<\/html>$/)
  expect(html).toContain('<style>')
  expect(html).not.toMatch(/\/_next\/|__next_f|TURBOPACK|<!--/)
}

for (const [what, [address, status]] of Object.entries(pages)) {
  test(`${what} is one document without the framework's runtime, the first time and after`, async ({ request }) => {
    for (const attempt of ['first', 'second']) {
      const response = await request.get(address)
      expect(response.status(), attempt).toBe(status)
      expectDocument(await response.text())
    }
  })
}

test('a page is made anew after a minute, and goes out as it will from then on', async ({ request }) => {
  test.setTimeout(90_000)
  const [address, other] = [articlePath('many-3'), articlePath('many-6')]
  const get = (path: string, headers = {}) => request.get(path, { headers })
  const isMade = (response: APIResponse) => response.headers()['x-nextjs-cache'] === 'MISS'
  for (const path of [address, other]) expect(isMade(await warm(request, path))).toBe(false)
  const { etag: known = '' } = (await get(other)).headers()
  await new Promise((done) => setTimeout(done, 60_000))
  const [first, second, known304] = [
    await get(address),
    await get(address),
    await get(other, { 'If-None-Match': known }),
  ]
  expect([isMade(first), isMade(second), isMade(known304)]).toEqual([true, false, true])
  expectDocument(await first.text())
  for (const name of ['etag', 'vary', 'cache-control', 'content-type', 'content-encoding', 'content-length'])
    expect([name, first.headers()[name]]).toEqual([name, second.headers()[name]])
  expect(first.headers()).toMatchObject({ etag: expect.stringMatching(/^W\//), vary: 'Accept-Encoding' })
  expect(known304.status()).toBe(304)
})

test('a page that asks for the data of the framework gets the page', async ({ request }) => {
  const response = await request.get(articlePath('many-4'), { headers: { RSC: '1' } })
  expect(response.headers()['content-type']).toContain('text/html')
})

test('a page comes compressed as the browser can read it, and not again if it has it', async ({ request }) => {
  const address = articlePath('moved')
  const get = async (headers: Record<string, string>) => request.get(address, { headers })
  const plain = await (await warm(request, address)).text()
  const raw = async (encoding: string) => {
    const response = await fetch(editions.life.url + address, { headers: { 'Accept-Encoding': encoding } })
    return { encoding: response.headers.get('content-encoding'), text: await response.text() }
  }
  for (const encoding of ['br', 'gzip']) expect(await raw(encoding)).toEqual({ encoding, text: plain })
  const { etag = '' } = (await get({})).headers()
  const again = await get({ 'If-None-Match': etag })
  expect(again.status()).toBe(304)
  expect((await again.body()).length).toBe(0)
  const head = await request.head(address, { headers: { 'Accept-Encoding': 'identity' } })
  expect(Number(head.headers()['content-length'])).toBe(Buffer.byteLength(plain))
})

for (const [address, status] of [
  ['/nothing-here', 404],
  [articlePath('withdrawn'), 410],
] as const) {
  test(`${address}, which is not there, comes compressed as the browser can read it`, async () => {
    for (const encoding of ['br', 'gzip']) {
      const response = await fetch(editions.life.url + address, { headers: { 'Accept-Encoding': encoding } })
      expect([response.status, response.headers.get('content-encoding')]).toEqual([status, encoding])
      expectDocument(await response.text())
    }
  })
}

for (const address of ['/photos/public.png?w=160', '/photos/public.png', '/share.png', sharePath('quoted')]) {
  test(`${address} does not come again to who has it`, async ({ request }) => {
    const first = await request.get(address)
    const { etag = '', ...headers } = first.headers()
    expect([first.status(), etag]).toEqual([200, expect.stringMatching(/^"/)])
    const again = await request.get(address, { headers: { 'If-None-Match': etag } })
    expect([again.status(), (await again.body()).length]).toEqual([304, 0])
    for (const name of ['cache-control', 'vary']) expect(again.headers()[name]).toBe(headers[name])
    expect((await request.get(address, { headers: { 'If-None-Match': '"x"' } })).status()).toBe(200)
  })
}

const warm = async (request: APIRequestContext, address: string) => {
  await request.get(address)
  return request.get(address)
}
