import { expect, test } from '@playwright/test'
import { findPort } from '#lib/tools/testing/find-port'
import { standBefore, startNginx } from './production/nginx'

test('a cached copy is sent until it expires, and never afterwards', async () => {
  let made = 0
  const front = await standBefore((_, response) => {
    made++
    response.setHeader('Cache-Control', 'public, max-age=0, s-maxage=1').end(`edition ${made}`)
  })
  const seen: number[] = []
  for (const end = Date.now() + 5000; Date.now() < end; )
    seen.push(Number((await front.get('/')).text.slice('edition '.length)))
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  // nginx counts in whole seconds.
  expect(seen.at(-1)).toBeGreaterThanOrEqual(3)
  expect(seen.length).toBeGreaterThan(10 * made)
  await front.stop()
})

test('an expired copy that has not changed is not sent again by the site', async () => {
  let sent = 0
  const front = await standBefore((request, response) => {
    response.setHeader('Cache-Control', 'public, max-age=0, s-maxage=1').setHeader('ETag', 'W/"first"')
    if (request.headers['if-none-match'] === 'W/"first"') return response.writeHead(304).end()
    sent++
    return response.end('first')
  })
  await expect.poll(() => front.get('/')).toEqual({ status: 200, kept: 'REVALIDATED', text: 'first' })
  expect(await front.get('/')).toMatchObject({ status: 200, kept: 'HIT' })
  expect(sent).toBe(1)
  await front.stop()
})

test('an error is not cached, whatever its headers', async () => {
  let isBroken = true
  const front = await standBefore((_, response) => {
    response.setHeader('Cache-Control', 'public, max-age=0, s-maxage=30')
    response.writeHead(isBroken ? 500 : 200).end()
  })
  expect(await front.get('/feed.xml')).toMatchObject({ status: 500 })
  isBroken = false
  expect(await front.get('/feed.xml')).toMatchObject({ status: 200 })
  await front.stop()
})

test('while no server answers, nginx logs neither client addresses nor requests', async () => {
  const nginx = await startNginx([`127.0.0.1:${await findPort()}`])
  expect((await fetch(`${nginx.url}/search?q=private`)).status).toBe(502)
  expect(nginx.noted()).not.toMatch(/private|client/)
  await nginx.stop()
})
