import { setTimeout } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { securityHeaders } from '../lib/server/security-headers.mjs'
import { sendRaw, statusOf, toRequest } from './production/connection'
import { standBefore } from './production/nginx'

const forOneSecond = { 'Cache-Control': 'public, max-age=0, s-maxage=1' }
/** nginx counts in whole seconds. */
const untilOver = () => setTimeout(2100)

test('while the site is down, readers get cached copies; once it is back, its responses count at once', async () => {
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

test('a response of a running site is never replaced by an old copy, even if it is slow or an error', async () => {
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

test('no copy is used for more than six hours, even if the site stays down', async () => {
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
  'bytes that are not HTTP': ['GARBAGE\r\n\r\n', 400],
  'a broken address': [toRequest('/%00'), 400],
  'the TRACE method': [toRequest('/', '', 'TRACE'), 405],
  'a body too long': [toRequest('/api/reads', 'Content-Length: 99999999\r\n', 'POST'), 413],
  'an address too long': [toRequest(`/${long}`), 414],
  'a header too long': [toRequest('/', `X-Long: ${long}\r\n`), 400],
  'more headers than the site accepts': [toRequest('/', `X: ${long.slice(2500)}\r\n`.repeat(3)), 400],
  'an unknown transfer encoding': [toRequest('/api/reads', 'Transfer-Encoding: gzip\r\n', 'POST'), 501],
  'another version of HTTP': [toRequest('/').replace('HTTP/1.1', 'HTTP/9.1'), 505],
  "nginx's internal page": [toRequest('/_nginx'), 404],
  'any request while the site is down': [toRequest('/articles/unknown'), 502],
}

test('nginx’s own responses are readable, not cached, and have the site’s headers and no version', async () => {
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

test('a failed precondition gets the same kind of response', async () => {
  const front = await standBefore((_, response) => response.setHeader('ETag', '"a"').end('x'))
  const answer = await sendRaw(front.port, toRequest('/', 'If-Match: "b"\r\n'))
  expect(statusOf(answer)).toBe(412)
  for (const header of Object.entries({ ...securityHeaders(), 'Cache-Control': 'no-store' }))
    expect(answer, String(header)).toContain(`\r\n${header.join(': ')}\r\n`)
  await front.stop()
})
