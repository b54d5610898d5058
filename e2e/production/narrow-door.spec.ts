import { connect } from 'node:net'
import { expect, test } from '@playwright/test'
import { securityHeaders } from '../../lib/server/security-headers.mjs'
import { sendRaw, statusOf, toRequest } from './connection'
import { memoryOf, type Site, startSite } from './site'

const METRICS_TOKEN = 'a-token-for-metrics'
let site: Site
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  site = await startSite({ env: { METRICS_TOKEN } })
})
test.afterAll(() => site.stop())

/** The shortest of several requests, in milliseconds. */
async function timeOf(path: string): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < 25; count++) {
    const begun = performance.now()
    await sendRaw(site.port, toRequest(path))
    times.push(performance.now() - begun)
  }
  return Math.min(...times)
}

for (const path of [
  '/api/health',
  '/search',
  '/latest',
  '/photos/public.png',
  '/api/hot-this-week',
  '/nothing',
  '/icon.svg',
]) {
  test(`thousands of parameters for ${path} cost hardly more than none`, async () => {
    const short = await timeOf(path)
    const long = await timeOf(`${path}?${'a&'.repeat(7900)}`)
    // It took hundreds of times as long when Next parsed them.
    expect(long).toBeLessThan(10 * Math.max(short, 2))
  })
}

test('only the first value of a parameter counts, and unknown parameters are dropped', async () => {
  const ask = async (path: string) => (await fetch(site.url + path)).text()
  expect(await ask('/search?q=quoted&q=nothing&utm_source=x')).toBe(await ask('/search?q=quoted'))
  const moved = await fetch(`${site.url}/search/?x=1&q=quoted&q=other`, { redirect: 'manual' })
  expect([moved.status, moved.headers.get('location')]).toEqual([308, '/search?q=quoted'])
})

const spellings: [string, string][] = [
  ['/latest/', '/latest'],
  [`/latest/?${'x'.repeat(1200)}`, '/latest'],
  [`/latest/?${'x'.repeat(15_000)}`, '/latest'],
  ['/%6Catest', '/latest'],
  ['/latest/page/1', '/latest'],
  ['/latest/page/1/', '/latest'],
  ['/photos/%70ublic.png?w=160&x=1', '/photos/public.png?w=160'],
]

for (const [path, to] of spellings) {
  test(`${path.slice(0, 30)} of ${path.length} characters redirects to ${to} in one step`, async () => {
    const answer = await sendRaw(site.port, toRequest(path))
    expect(statusOf(answer)).toBe(308)
    expect(/\r\nLocation: (\S+)\r\n/.exec(answer)?.[1]).toBe(to)
    expect(answer).not.toMatch(/\r\nRefresh:/i)
    expect(statusOf(await sendRaw(site.port, toRequest(to)))).toBe(200)
  })
}

test('an unknown address always gets the same response, whatever was requested before', async () => {
  const odd = [
    '/latest.rsc',
    '//latest',
    '/x/../latest',
    '/_next/static/../../x',
    '/latest.txt',
    '/_next/data/x/latest.json',
  ]
  const ask = async () => Promise.all(odd.map(async (path) => statusOf(await sendRaw(site.port, toRequest(path)))))
  for (let round = 0; round < 5; round++) {
    expect(await ask()).toEqual(odd.map(() => 404))
    for (const path of ['/latest', '/latest?_rsc=x']) await fetch(site.url + path, { headers: { RSC: '1' } })
  }
})

const ownHeaders = Object.entries(securityHeaders()).map(([name, value]) => `\r\n${name}: ${value}\r\n`.toLowerCase())

const unreadable: [string, string, number][] = [
  ['bytes that are not HTTP', '\0\x01\r\n\r\n', 400],
  ['an unknown method', toRequest('/', '', 'READ'), 400],
  ['headers that are too long', toRequest('/', `X: ${'x'.repeat(20_000)}\r\n`), 431],
  ['an unknown expectation', toRequest('/', 'Expect: a miracle\r\n'), 417],
  [
    'an announced body that is too long',
    toRequest('/api/reads', 'Expect: 100-continue\r\nContent-Length: 9999999\r\n', 'POST'),
    413,
  ],
  ['an unsupported method', toRequest('/', '', 'TRACE'), 405],
]

for (const [what, bytes, status] of unreadable) {
  test(`${what}: ${status}, with the usual headers and one line in the log`, async () => {
    const before = site.log().filter((line) => line.status === status).length
    const answer = await sendRaw(site.port, bytes)
    expect(statusOf(answer)).toBe(status)
    for (const header of [...ownHeaders, '\r\ncache-control: no-store\r\n'])
      expect(answer.toLowerCase()).toContain(header)
    await expect.poll(() => site.log().filter((line) => line.status === status).length).toBe(before + 1)
  })
}

test('a request that never ends: 408, with the usual headers', async () => {
  test.setTimeout(90_000)
  // Node checks for timeouts every 30 seconds.
  const answer = await sendRaw(site.port, 'GET /latest HTTP/1.1\r\nHost: x\r\n', 60_000)
  expect(statusOf(answer)).toBe(408)
  for (const header of ownHeaders) expect(answer.toLowerCase()).toContain(header)
})

test('a body that breaks off or never ends is answered as soon as the server notices', async () => {
  test.setTimeout(90_000)
  const head = 'POST /api/reads HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
  const broken = sendRaw(site.port, `${head}Transfer-Encoding: chunked\r\n\r\nnonsense\r\n`, 60_000)
  const slow = sendRaw(site.port, `${head}Content-Length: 20\r\n\r\n{`, 60_000)
  expect([statusOf(await broken), statusOf(await slow)]).toEqual([400, 408])
})

test('requests before an unreadable one are answered first', async () => {
  const whole = toRequest('/latest').replace('close', 'keep-alive')
  const answer = await sendRaw(site.port, `${whole}${whole}\0\r\n\r\n`)
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 400'])
})

/** The median time of 40 requests, in milliseconds. */
async function medianTime(path: string): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < 40; count++) {
    const begun = performance.now()
    await (await fetch(site.url + path)).arrayBuffer()
    times.push(performance.now() - begun)
  }
  return times.toSorted((a, b) => a - b)[20] ?? 0
}

test('thousands of requests on connections that read nothing cost others little, and all are answered', async () => {
  test.setTimeout(120_000)
  const path = '/articles/quoted'
  await medianTime(path)
  const [calm, before] = [await medianTime(path), await memoryOf(site, METRICS_TOKEN)]
  const sockets = Array.from({ length: 5 }, () =>
    connect(site.port, '127.0.0.1')
      .pause()
      .on('error', () => {}),
  )
  const one = `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`
  for (const socket of sockets) socket.write(one.repeat(3000))
  const busy = await medianTime(path)
  expect((await memoryOf(site, METRICS_TOKEN)) - before).toBeLessThan(150)
  expect(busy).toBeLessThan(10 * Math.max(calm, 5))
  const answered = (await Promise.all(sockets.map(countAnswers))).reduce((sum, count) => sum + count)
  expect(answered).toBe(15_000)
  for (const socket of sockets) socket.destroy()
})

/** Reads a connection until it has received 3,000 responses, or nothing for five seconds. */
function countAnswers(socket: ReturnType<typeof connect>): Promise<number> {
  return new Promise((done) => {
    let [answers, rest] = [0, '']
    let timer = setTimeout(() => done(answers), 5000)
    socket.on('data', (chunk) => {
      const text = rest + chunk.toString('latin1')
      answers += text.split('HTTP/1.1 200').length - 1
      rest = text.slice(-11)
      clearTimeout(timer)
      timer = setTimeout(() => done(answers), 5000)
      if (answers === 3000) done(answers)
    })
    socket.resume()
  })
}

test('none of these requests caused an error of the site itself', () => {
  expect(site.log().filter(({ level, status }) => level === 'error' || status === 500)).toEqual([])
})

/** Requests that could cost more than a page in memory. */
const costly: [string, string, Record<string, string>][] = [
  ['a path of 13,000 slashes', '/'.repeat(13_000), {}],
  ['a path of 4,500 escapes', `/${'%25'.repeat(4500)}`, {}],
  ['an If-None-Match of 6,000 commas', '/articles/quoted', { 'If-None-Match': ','.repeat(6000) }],
  ['an Accept-Encoding of 3,000 codings', '/articles/quoted', { 'Accept-Encoding': 'a,'.repeat(3000) }],
  ['an X-Forwarded-For of 14,000 commas', '/icon.svg', { 'X-Forwarded-For': ','.repeat(14_000) }],
  ['a sitemap', '/sitemaps/1.xml', {}],
]

for (const [what, path, headers] of costly) {
  test(`${what} costs the server little more than a page`, async () => {
    const ask = async (times: number, url: string, init?: RequestInit) => {
      const begun = await cpuOf()
      for (let time = 0; time < times; time++) await (await fetch(site.url + url, init)).arrayBuffer()
      return (await cpuOf()) - begun
    }
    for (const url of ['/articles/quoted', path]) await ask(20, url, { headers })
    const [page, other] = [await ask(300, '/articles/quoted'), await ask(300, path, { headers })]
    expect(other / page).toBeLessThan(4)
  })
}

/** The CPU seconds that the site has used. */
async function cpuOf(): Promise<number> {
  const response = await fetch(`${site.url}/api/metrics`, { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } })
  return Number(/\nprocess_cpu_seconds_total ([\d.]+)/.exec(await response.text())?.[1])
}
