import { connect } from 'node:net'
import { expect, test } from '@playwright/test'
import { securityHeaders } from '../../lib/server/security-headers.mjs'
import { makeRandom } from './random'
import { allFine, memoryOf, type Site, startSite, statusesOf } from './site'

const seed = 20_241_122
const count = 10_000
const { below, pick, mutate } = makeRandom(seed)

const paths = [
  ...'/·/latest·/latest/page/2·/articles/quoted·/articles/withdrawn·/topics/news·/people'.split('·'),
  ...'/archive/2024·/search?q=quoted·/search?q="a b" c&topic=news&from=2024-01-01&page=2'.split('·'),
  ...'/photos/public.png?w=160·/feed.xml·/api/health·/api/health?live·/api/hot-this-week·/api/reads'.split('·'),
  ...'/api/preview?secret=x&slug=y·/api/metrics·/icon.svg·/sitemaps/1.xml·/scripts/x.js'.split('·'),
  ...'/_next/static/x.js·/rendered/200/latest·/.well-known/security.txt·/latest/·/latest/page/1'.split('·'),
  ...'/%6Catest·http://localhost/latest·*·//x·/articles/%ED%95%9C%EA%B8%80·/%2e%2e/%2e%2e/etc/passwd'.split('·'),
]
const methods = [...'GET·GET·GET·HEAD·POST·PUT·DELETE·OPTIONS·TRACE·CONNECT·PATCH·PRI·get'.split('·')]
const headers = [
  ...'Host: x·Host: x\r\nHost: y·Connection: close·Connection: Upgrade·Upgrade: websocket'.split('·'),
  ...'Upgrade: h2c·Accept-Encoding: br;q=0, gzip;q=x, *·Accept: image/avif·Accept: */*;q=0'.split('·'),
  ...'Accept-Encoding: zstd, br·If-None-Match: "x"·If-None-Match: *·Range: bytes=0-1'.split('·'),
  ...'If-Modified-Since: x·RSC: 1·Next-Action: x·X-Forwarded-For: 1.2.3.4, ::1, x'.split('·'),
  ...'X-Forwarded-Host: evil·X-Middleware-Subrequest: proxy·Cookie: a=b; a·Content-Length: 5'.split('·'),
  ...'Content-Length: -1·Content-Length: 99999999·Transfer-Encoding: chunked·Expect: 100-continue'.split('·'),
  ...'Content-Type: application/json·Sec-GPC: 1·DNT: 1·Next-Router-State-Tree: %5B%5D'.split('·'),
  ...'X-Matched-Path: /'.split('·'),
]
const words = [
  ...'%00·%2F·%2e%2e/·..·\\·?·&·#·;·%·%C0%AF·%EA·+·=·\0·\t· ·\r\n·\r\n\r\n·.rsc·.json·_rsc=1'.split('·'),
  ...'\xed\x95\x9c·__proto__·constructor·-1·1e9·"·<script>'.split('·'),
  'a'.repeat(300),
  '/'.repeat(50),
]
const bodies = [
  '',
  '',
  ...'{"slug":"quoted"}·{·5\r\nhello\r\n0\r\n\r\n·ffffffffff\r\n·0\r\n\r\n'.split('·'),
  'x'.repeat(500),
]

/** A request whose parts may be valid or not. */
function makeRequest(): string {
  const lines = Array.from({ length: below(5) }, () => `${pick(headers)}\r\n`).join('')
  const whole = `${pick(methods)} ${pick(paths)} HTTP/1.1\r\nHost: localhost\r\n${lines}\r\n${pick(bodies)}`
  return below(4) === 0 ? whole : mutate(whole, 6, words)
}

const METRICS_TOKEN = 'a-token-for-metrics'
let site: Site
test.beforeAll(async () => {
  site = await startSite({ env: { PREVIEW_SECRET: 'a-secret-of-some-length', METRICS_TOKEN, TRUSTED_PROXIES: '1' } })
})
test.afterAll(() => site.stop())

/** What the site sent on one connection for several requests at once, until it was silent for a moment. */
function exchange(bytes: string): Promise<string> {
  return new Promise((done) => {
    let answer = ''
    const socket = connect(site.port, '127.0.0.1')
    const end = () => {
      socket.destroy()
      done(answer)
    }
    socket.setTimeout(400, end)
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('close', end).on('error', end)
    socket.write(bytes, 'latin1')
    // The server sees that no more data follows and ends what it cannot complete.
    socket.end()
  })
}

test(`${count.toLocaleString('en')} random requests (seed ${seed}) get the site’s own responses and change nothing`, async () => {
  test.setTimeout(600_000)
  const before = await statusesOf(site.url)
  const first = await memoryOf(site, METRICS_TOKEN)
  const known = new Set([100, 200, 204, 304, 308, 400, 401, 404, 405, 408, 410, 413, 417, 429, 431, 503])
  const ownHeaders = Object.keys(securityHeaders()).map((name) => name.toLowerCase())
  const leak = /root:x:|"dependencies"|a-secret-of-some|a-token-for|at \S+ \(\S+:\d+:\d+\)|node_modules/
  const odd: string[] = []
  const statuses = new Map<number, number>()
  // Half of them alone on their connections, the others four at a time.
  const work = Array.from({ length: count / 8 }, () =>
    [4, 1, 1, 1, 1].map((some) => Array.from({ length: some }, makeRequest)),
  ).flat()
  const send = async () => {
    for (let requests = work.pop(); requests; requests = work.pop()) {
      const answer = await exchange(requests.join(''))
      for (const [start, status] of answer.matchAll(/^HTTP\/1\.1 (\d{3}) .*\r\n(?:.+\r\n)*/gm)) {
        statuses.set(Number(status), (statuses.get(Number(status)) ?? 0) + 1)
        const lacks = ownHeaders.filter((name) => !start.toLowerCase().includes(`\r\n${name}:`))
        const isOwn = status === '100' || (known.has(Number(status)) && lacks.length === 0)
        if (!isOwn) odd.push(JSON.stringify({ requests, start, lacks }))
      }
      if (leak.test(answer)) odd.push(JSON.stringify({ requests, answer }))
    }
  }
  await Promise.all(Array.from({ length: 40 }, send))
  expect(odd.slice(0, 3)).toEqual([])
  // The run must reach every kind of response.
  for (const status of [200, 308, 400, 404, 405])
    expect([status, statuses.get(status)]).not.toEqual([status, undefined])
  expect(site.log().filter(({ level, status }) => level === 'error' || status === 500)).toEqual([])
  expect([await statusesOf(site.url), before]).toEqual([allFine, allFine])
  expect((await memoryOf(site, METRICS_TOKEN)) - first).toBeLessThan(300)
})
