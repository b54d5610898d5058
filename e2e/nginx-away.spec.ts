import { setTimeout } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { securityHeaders } from '../lib/server/security-headers.mjs'
import { sendRaw, statusOf, toRequest } from './production/connection'
import { standBefore } from './production/nginx'

const forOneSecond = { 'Cache-Control': 'public, max-age=0, s-maxage=1' }
/** nginx counts in whole seconds. */
const untilOver = () => setTimeout(2100)

test('while the site is away, readers get the copies that are there; once it is back it is believed at once', async () => {
  let status = 200
  const front = await standBefore((_, response) => response.writeHead(status, forOneSecond).end(`status ${status}`))
  await front.get('/articles/kept')
  await front.leave()
  await untilOver()
  for (const _ of 'ab')
    expect(await front.get('/articles/kept')).toEqual({ status: 200, kept: 'STALE', text: 'status 200' })
  expect(await front.get('/articles/another')).toMatchObject({ status: 502 })
  status = 410
  await front.comeBack()
  expect(await front.get('/articles/kept')).toMatchObject({ status: 410, text: 'status 410' })
  await front.stop()
})

test('what a site that is there answers is never covered by an old copy, slow answers and errors included', async () => {
  test.setTimeout(90_000)
  let status = 200
  const front = await standBefore(async (_, response) => {
    const now = status
    if (now !== 200) await setTimeout(500)
    response.writeHead(now, forOneSecond).end()
  })
  for (const other of [404, 410, 500, 502, 503, 504]) {
    status = 200
    await expect.poll(async () => (await front.get('/')).status).toBe(200)
    status = other
    await untilOver()
    const answers = await Promise.all(Array.from('abcd', () => front.get('/')))
    expect(answers.map(({ status }) => status)).toEqual([other, other, other, other])
    await untilOver()
  }
  await front.stop()
})

test('no copy outlives six hours, even if the site is away all the time', async () => {
  const front = await standBefore((_, response) => response.writeHead(200, forOneSecond).end(), '$http_x_clock')
  const getAt = (hour: number, path: string) =>
    front.get(path, { 'X-Clock': `2024-11-22T${String(hour).padStart(2, '0')}:59:59+09:00` })
  const quarters = [0, 6, 12, 18]
  for (const begin of quarters) await getAt(begin + 5, `/kept-from-${begin}`)
  await untilOver()
  await front.leave()
  for (const begin of quarters) {
    const seen: number[] = []
    for (let hour = 0; hour < 24; hour++)
      if ((await getAt(hour, `/kept-from-${begin}`)).kept === 'STALE') seen.push(hour)
    expect(seen).toEqual(Array.from({ length: 6 }, (_, later) => begin + later))
  }
  await front.stop()
})

const long = 'a'.repeat(9000)
const refused: Record<string, [request: string, status: number]> = {
  'no HTTP at all': ['GARBAGE\r\n\r\n', 400],
  'a broken address': [toRequest('/%00'), 400],
  'a method that gives back what was sent': [toRequest('/', '', 'TRACE'), 405],
  'a body too long': [toRequest('/api/reads', 'Content-Length: 99999999\r\n', 'POST'), 413],
  'an address too long': [toRequest(`/${long}`), 414],
  'a header too long': [toRequest('/', `X-Long: ${long}\r\n`), 400],
  'more headers than the site takes': [toRequest('/', `X: ${long.slice(2500)}\r\n`.repeat(3)), 400],
  'a coding of the body that nobody knows': [toRequest('/api/reads', 'Transfer-Encoding: gzip\r\n', 'POST'), 501],
  'another version of HTTP': [toRequest('/').replace('HTTP/1.1', 'HTTP/9.1'), 505],
  "the page of nginx's own": [toRequest('/_nginx'), 404],
  'anything while the site is away': [toRequest('/articles/unknown'), 502],
}

test('what nginx answers by itself is in plain words, kept by nobody, with the headers of the site and no version', async () => {
  const front = await standBefore((_, response) => response.end())
  await front.leave()
  for (const [what, [request, status]] of Object.entries(refused)) {
    const answer = await sendRaw(front.port, request)
    expect(statusOf(answer), what).toBe(status)
    for (const header of Object.entries({ ...securityHeaders(), Server: 'nginx', 'Cache-Control': 'no-store' }))
      expect(answer.split(`\r\n${header.join(': ')}\r\n`).length, `${what}: ${header}`).toBe(2)
    expect(answer, what).toMatch(
      /<h1>(This request cannot be answered|There is nothing here|The site cannot be reached)</,
    )
  }
  await front.stop()
})

test('a condition that a page does not meet is answered in the same way', async () => {
  const front = await standBefore((_, response) => response.setHeader('ETag', '"a"').end('x'))
  const answer = await sendRaw(front.port, toRequest('/', 'If-Match: "b"\r\n'))
  expect(statusOf(answer)).toBe(412)
  for (const header of Object.entries({ ...securityHeaders(), 'Cache-Control': 'no-store' }))
    expect(answer, String(header)).toContain(`\r\n${header.join(': ')}\r\n`)
  await front.stop()
})
