import { type APIRequestContext, expect, test } from '@playwright/test'
import { articlePath, sharePath } from '#lib/rules/links'
import { editions } from './editions'

test.use({ baseURL: editions.life.url })

/** Pages generated at build, pages rendered on request, withdrawn pages and unknown addresses. */
const pages = {
  'a page generated at build': ['/latest', 200],
  'a story rendered on request': [articlePath('many-1'), 200],
  'a list page that the build did not generate': ['/latest/page/3', 200],
  'a withdrawn story': [articlePath('withdrawn'), 410],
  'an unknown address': ['/nothing-here', 404],
  'a page with a query': [`${articlePath('many-2')}?utm_source=test`, 200],
  'a search': ['/search?q=moved', 200],
  'an invalid search': ['/search?q=moved&topic=nothing', 400],
} as const

const expectDocument = (html: string) => {
  expect(html).toMatch(/^<!DOCTYPE html><html[\s\S]*<\/html>$/)
  expect(html).toContain('<style>')
  expect(html).not.toMatch(/\/_next\/|__next_f|TURBOPACK|<!--/)
}

for (const [what, [address, status]] of Object.entries(pages)) {
  test(`${what} is one document without the framework's runtime, on the first and on later requests`, async ({
    request,
  }) => {
    for (const attempt of ['first', 'second']) {
      const response = await request.get(address)
      expect(response.status(), attempt).toBe(status)
      expectDocument(await response.text())
    }
  })
}

test('the internal addresses of generated pages answer 404', async ({ request }) => {
  for (const path of [
    '/rendered/200/latest',
    '/rendered/404',
    '/rendered/410/withdrawn',
    '/rendered',
    '/prerendered/0.html',
  ])
    expect([path, (await request.get(path)).status()]).toEqual([path, 404])
})

test('the first response of a page equals later ones', async ({ request }) => {
  const address = articlePath('many-3')
  const [first, second] = [await request.get(address), await request.get(address)]
  expect(await first.text()).toBe(await second.text())
  for (const name of ['etag', 'vary', 'cache-control', 'content-type', 'content-encoding', 'content-length'])
    expect([name, first.headers()[name]]).toEqual([name, second.headers()[name]])
  expect(first.headers()).toMatchObject({ etag: expect.stringMatching(/^W\//), vary: 'Accept-Encoding' })
})

test('a request for framework data of a page gets the page', async ({ request }) => {
  const response = await request.get(articlePath('many-4'), { headers: { RSC: '1' } })
  expect(response.headers()['content-type']).toContain('text/html')
})

test('a page is compressed as the browser accepts it, and not sent again to a browser that has it', async ({
  request,
}) => {
  const address = articlePath('moved')
  const get = async (headers: Record<string, string>) => request.get(address, { headers })
  const plain = await (await warm(request, address)).text()
  for (const encoding of ['br', 'gzip']) expect(await getRaw(address, encoding)).toEqual({ encoding, text: plain })
  const { etag = '' } = (await get({})).headers()
  const again = await get({ 'If-None-Match': etag })
  expect(again.status()).toBe(304)
  expect((await again.body()).length).toBe(0)
  const head = await request.head(address, { headers: { 'Accept-Encoding': 'identity' } })
  expect(Number(head.headers()['content-length'])).toBe(Buffer.byteLength(plain))
})

for (const address of [
  '/feed.xml',
  '/feed.json',
  '/sitemap.xml?x=1',
  '/sitemaps/1.xml',
  '/api/hot-this-week',
  '/search?q=many',
])
  test(`${address} is compressed as the client accepts it`, async ({ request }) => {
    const plain = await (await request.get(address)).text()
    const isLong = plain.length > 1000
    for (const encoding of ['br', 'gzip']) {
      const { encoding: came, text } = await getRaw(address, encoding)
      expect(came).toBe(isLong ? encoding : null)
      if (!/hot|search/.test(address)) expect(text).toBe(plain)
    }
  })

for (const [address, status] of [
  ['/nothing-here', 404],
  [articlePath('withdrawn'), 410],
] as const) {
  test(`the error response of ${address} is compressed as the browser accepts it`, async () => {
    for (const encoding of ['br', 'gzip']) {
      const response = await fetch(editions.life.url + address, { headers: { 'Accept-Encoding': encoding } })
      expect([response.status, response.headers.get('content-encoding')]).toEqual([status, encoding])
      expectDocument(await response.text())
    }
  })
}

for (const address of ['/photos/public.png?w=160', '/photos/public.png', '/share.png', sharePath('quoted')]) {
  test(`${address} is not sent again to a client that has it`, async ({ request }) => {
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

async function getRaw(address: string, encoding: string) {
  const response = await fetch(editions.life.url + address, { headers: { 'Accept-Encoding': encoding } })
  return { encoding: response.headers.get('content-encoding'), text: await response.text() }
}
