import { rmSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { sendRaw, statusOf, toRequest } from './connection'
import { copySite, type Site, startSite, statusesOf } from './site'

let site: Site
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())

const traversals = [
  ...[
    '/../../../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/photos/..%2F..%2F..%2Fpackage.json',
  ],
  ...[
    '/photos/..%252F..%252F..%252Fpackage.json',
    '/photos/..%5C..%5C..%5Cpackage.json',
    '/photos/..%c0%afpackage.json',
  ],
  ...[
    '/photos/public.png%00.html',
    '/articles/%00',
    '/%00',
    '/scripts/..%2F..%2Fpackage.json',
    '/sitemaps/..%2Findex.json',
  ],
  ...[
    '/_next/static/../../../package.json',
    '/_next/static/..%2f..%2f..%2fpackage.json',
    '/_next/static/%2e%2e/%2e%2e/server.js',
  ],
  ...['/package.json', '/server.js', '/site-url', '/.contentlayer/snapshot/index.json', '/.next/BUILD_ID', '/.env'],
]

for (const path of traversals) {
  test(`${path} answers 404`, async () => {
    const answer = await sendRaw(site.port, toRequest(path))
    expect(statusOf(answer)).toBe(404)
    expect(answer).not.toMatch(/"dependencies"|"articles":|root:|startServer/)
  })
}

test('a backslash does not lead out of the site', async () => {
  for (const path of ['/photos/..\\..\\package.json', '/\\elsewhere.example/', '//elsewhere.example/']) {
    const answer = await sendRaw(site.port, toRequest(path))
    expect(statusOf(answer)).toBe(404)
    expect(answer).not.toMatch(/\r\nlocation:/i)
  }
})

const refused: Record<string, [string, number]> = {
  'a header that is too long': [toRequest('/', `X-Long: ${'x'.repeat(20_000)}\r\n`), 431],
  'too many headers': [toRequest('/', Array.from({ length: 3000 }, (_, index) => `X-${index}: x\r\n`).join('')), 431],
  'an address longer than the header limit': [toRequest(`/${'a'.repeat(20_000)}`), 431],
  'a very long address': [toRequest(`/${'a'.repeat(15_000)}`), 404],
  'a very long slug': [toRequest(`/articles/${'%EA%B0%80'.repeat(1500)}`), 404],
  'a very deep address': [toRequest('/a'.repeat(7000)), 404],
  'an invalid address': [toRequest('*', '', 'OPTIONS'), 400],
  'an address without a slash': [toRequest('latest'), 400],
  'the TRACE method': [toRequest('/', '', 'TRACE'), 405],
  'an unknown method': [toRequest('/', '', 'READ'), 400],
  'a broken escape': [toRequest('/articles/%E0%A4%A'), 404],
  'bytes that are not HTTP': ['\0\x01\x02\r\n\r\n', 400],
  'two lengths for one body': [
    toRequest('/api/reads', 'Transfer-Encoding: chunked\r\nContent-Length: 3\r\n', 'POST'),
    400,
  ],
}

for (const [what, [bytes, status]] of Object.entries(refused)) {
  test(`${what}: ${status}`, async () => expect(statusOf(await sendRaw(site.port, bytes))).toBe(status))
}

test('an absolute address in the request line works like any other', async () => {
  expect(await sendRaw(site.port, toRequest('http://localhost/latest?a=b'))).toMatch(/^HTTP\/1\.1 200[\s\S]*<h1/)
})

for (const path of ['/icon.svg', '/icon.svg?x=1', '?x=1'])
  test(`the absolute address of ${path} in the request line works with any host`, async () => {
    for (const host of ['localhost', 'elsewhere.example'])
      expect(statusOf(await sendRaw(site.port, toRequest(`http://${host}${path}`)))).toBe(200)
  })

test('a request with a very long User-Agent or for framework data gets an icon at once', async () => {
  const ask = async (headers: string) => {
    const begun = performance.now()
    const answer = await sendRaw(site.port, toRequest('/icon.svg', headers))
    return { status: statusOf(answer), ms: performance.now() - begun }
  }
  await ask('')
  const short = Math.max(...(await Promise.all(Array.from({ length: 5 }, () => ask('')))).map(({ ms }) => ms))
  const long = await ask(`User-Agent: ${'a'.repeat(15_000)}\r\n`)
  expect(long.status).toBe(200)
  // It took a hundred times as long.
  expect(long.ms).toBeLessThan(20 * Math.max(short, 10))
  const odd = ['RSC: 1', 'Range: bytes=9999999-', 'If-Match: "x"', 'If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT']
  for (const header of odd) expect([header, (await ask(`${header}\r\n`)).status]).toEqual([header, 200])
})

test('no cache stores a redirect that contains a secret or a search', async () => {
  for (const path of [
    '/api/%68ealth?secret=a-secret',
    '/search/?q=private',
    '/api/hot-this-week/',
    '/latest/?secret=a-secret',
  ])
    expect(await sendRaw(site.port, toRequest(path))).not.toMatch(/s-maxage|public/)
  expect(await sendRaw(site.port, toRequest('/latest/'))).toMatch(/^HTTP\/1\.1 308[\s\S]*s-maxage=30/)
})

for (const [path, status] of [
  ['/api/reads', 413],
  ['/', 405],
  ['/search', 405],
] as const) {
  test(`a body of 20 MB for ${path} is refused with a response`, async () => {
    const head = toRequest(path, 'Content-Type: application/json\r\nContent-Length: 20000000\r\n', 'POST')
    expect(statusOf(await sendRaw(site.port, head + 'x'.repeat(20_000_000)))).toBe(status)
  })
}

const offers: Record<string, [string, number]> = {
  'HTTP/2 for a page': [
    toRequest('/', 'Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n').replace('close', 'Upgrade, HTTP2-Settings'),
    200,
  ],
  'a web socket': [toRequest('/', 'Upgrade: websocket\r\n').replace('close', 'Upgrade'), 200],
  'HTTP/2 for a report': [
    `${toRequest('/api/reads', 'Upgrade: h2c\r\nContent-Length: 2\r\n', 'POST').replace('close', 'Upgrade')}{}`,
    204,
  ],
}

for (const [what, [bytes, status]] of Object.entries(offers)) {
  test(`an Upgrade request for ${what} is answered in plain HTTP`, async () => {
    const answer = await sendRaw(site.port, bytes + toRequest('/latest'), 3000)
    expect(statusOf(answer)).toBe(status)
    expect(answer).toMatch(/\r\nConnection: close\r\n/)
  })
}

test('an endless chunked report is not counted and uses no resources', async () => {
  const head = toRequest('/api/reads', 'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n', 'POST')
  const body = `${'10000\r\n'}${'x'.repeat(0x10000)}\r\n`.repeat(100)
  expect(statusOf(await sendRaw(site.port, `${head}${body}0\r\n\r\n`))).toBe(204)
})

test('the site works as before, and none of these requests caused an error of the site itself', async () => {
  expect(await statusesOf(site.url, ['/', '/api/health'])).toEqual({ '/': 200, '/api/health': 200 })
  await expect.poll(() => site.log().filter(({ message }) => message === 'request').length).toBeGreaterThan(30)
  expect(site.log().filter(({ level, status }) => level === 'error' || status === 500)).toEqual([])
})

test('if a story’s file is missing, each response is a readable, uncached error page, logged once', async () => {
  const folder = copySite()
  rmSync(`${folder}/.contentlayer/snapshot/bodies/articles/many-30.json`)
  const spoilt = await startSite({ folder })
  // The build did not generate it.
  const paths = ['/articles/many-30', '/feed.xml']
  for (const path of paths) {
    const answer = await sendRaw(spoilt.port, toRequest(path))
    expect(statusOf(answer)).toBe(500)
    expect(answer).toMatch(/\r\nCache-Control: no-store\r\n[\s\S]*<h1[^>]*>Something went wrong on our side/)
    expect(answer).toMatch(/\r\nContent-Type: text\/html/)
  }
  const told = (message: string) => spoilt.log().filter((line) => line.message === message)
  await expect.poll(() => told('request').filter(({ status }) => status === 500).length).toBe(2)
  expect(told('error').map(({ path }) => path)).toEqual(paths)
  await spoilt.stop()
})
