import { expect, test } from '@playwright/test'
import { sendRaw, statusOf, toRequest } from './connection'
import { type Site, startSite, statusesOf } from './site'

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
  ...['/package.json', '/server.js', '/site-url', '/.contentlayer/generation/index.json', '/.next/BUILD_ID', '/.env'],
]

for (const path of traversals) {
  test(`${path} leads nowhere`, async () => {
    const answer = await sendRaw(site.port, toRequest(path))
    expect(statusOf(answer)).toBe(404)
    expect(answer).not.toMatch(/"dependencies"|"articles":|root:|startServer/)
  })
}

test('a backslash is no way out of the site', async () => {
  for (const path of ['/photos/..\\..\\package.json', '/\\elsewhere.example/', '//elsewhere.example/']) {
    const answer = await sendRaw(site.port, toRequest(path))
    expect(statusOf(answer)).toBe(308)
    expect(answer).toMatch(/\r\nlocation: \/[^/\\]/i)
  }
})

const refused: Record<string, [string, number]> = {
  'a header that is too long': [toRequest('/', `X-Long: ${'x'.repeat(20_000)}\r\n`), 431],
  'too many headers': [toRequest('/', Array.from({ length: 3000 }, (_, index) => `X-${index}: x\r\n`).join('')), 431],
  'an address longer than headers may be': [toRequest(`/${'a'.repeat(20_000)}`), 431],
  'a very long address': [toRequest(`/${'a'.repeat(15_000)}`), 404],
  'a very long slug': [toRequest(`/articles/${'%EA%B0%80'.repeat(1500)}`), 404],
  'a very deep address': [toRequest('/a'.repeat(7000)), 404],
  'an address that is none': [toRequest('*', '', 'OPTIONS'), 400],
  'an address without a slash': [toRequest('latest'), 400],
  'a method that gives back what was sent': [toRequest('/', '', 'TRACE'), 405],
  'a method that nobody knows': [toRequest('/', '', 'READ'), 400],
  'a broken escape': [toRequest('/articles/%E0%A4%A'), 404],
  'no HTTP at all': ['\0\x01\x02\r\n\r\n', 400],
  'two lengths of one body': [
    toRequest('/api/reads', 'Transfer-Encoding: chunked\r\nContent-Length: 3\r\n', 'POST'),
    400,
  ],
}

for (const [what, [bytes, status]] of Object.entries(refused)) {
  test(`${what}: ${status}`, async () => expect(statusOf(await sendRaw(site.port, bytes))).toBe(status))
}

test('the whole address in the first line is an address like any other', async () => {
  expect(await sendRaw(site.port, toRequest('http://localhost/latest?a=b'))).toMatch(/^HTTP\/1\.1 200[\s\S]*<h1/)
})

for (const [path, status] of [
  ['/api/reads', 413],
  ['/', 405],
  ['/search', 405],
] as const) {
  test(`a body of 20 MB for ${path} is refused and its sender told`, async () => {
    const head = toRequest(path, 'Content-Type: application/json\r\nContent-Length: 20000000\r\n', 'POST')
    expect(statusOf(await sendRaw(site.port, head + 'x'.repeat(20_000_000)))).toBe(status)
  })
}

test('a report that comes in pieces without end counts for nothing and costs nothing', async () => {
  const head = toRequest('/api/reads', 'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n', 'POST')
  const body = `${'10000\r\n'}${'x'.repeat(0x10000)}\r\n`.repeat(100)
  expect(statusOf(await sendRaw(site.port, `${head}${body}0\r\n\r\n`))).toBe(204)
})

test('after all that the site is as it was, and no fault was its own', async () => {
  expect(await statusesOf(site.url, ['/', '/api/health'])).toEqual({ '/': 200, '/api/health': 200 })
  await expect.poll(() => site.log().filter(({ message }) => message === 'request').length).toBeGreaterThan(30)
  expect(site.log().filter(({ level, status }) => level === 'error' || status === 500)).toEqual([])
})
