import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { answerInstead } from './answer-instead'
import { faultPage } from './fault-page'

async function answer(listener: RequestListener): Promise<Response> {
  const server = createServer((request, response) => {
    answerInstead(response, (status) => (status === 500 ? faultPage : undefined))
    listener(request, response)
  }).listen(0, 'localhost')
  await once(server, 'listening')
  const response = await fetch(`http://localhost:${(server.address() as AddressInfo).port}`)
  const text = await response.text()
  server.close()
  return new Response(text, { status: response.status, headers: response.headers })
}

test.each<[string, RequestListener]>([
  [
    'an end alone',
    (_, response) => response.writeHead(500, { 'Content-Type': 'text/html' }) && response.end('<p></p>'),
  ],
  [
    'parts, compressed, with what a page says of itself',
    (_, response) => {
      response.statusCode = 500
      response.setHeader('Content-Type', 'text/html; charset=utf-8').setHeader('Content-Encoding', 'gzip')
      response.setHeader('Cache-Control', 'public').write('half a page')
      response.end('the rest')
    },
  ],
  [
    'nothing, which a cache may keep, in the place of a feed',
    (_, response) => {
      response.statusCode = 500
      response.setHeader('Cache-Control', 'public, s-maxage=30').setHeader('Vary', 'rsc').end()
    },
  ],
  [
    'headers that are sent ahead',
    (_, response) => {
      response.writeHead(500, { 'Content-Type': 'application/xml', 'Cache-Control': 'public' }).flushHeaders()
      response.end('<rss>')
    },
  ],
])('a fault that is %s becomes a page with words that no cache keeps', async (_, listener) => {
  const response = await answer(listener)
  expect(response.status).toBe(500)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
  })
  expect(response.headers.get('Vary')).toBeNull()
  expect(await response.text()).toContain('<h1>Something went wrong on our side</h1>')
})

test('what is no fault stays as it is', async () => {
  const page = await answer((_, response) => response.setHeader('Content-Type', 'text/html').end('<p>A page</p>'))
  expect(await page.text()).toBe('<p>A page</p>')
  const ours = await answer((_, response) => {
    response.statusCode = 503
    response.setHeader('Content-Type', 'text/html').end('<p>No search just now</p>')
  })
  expect(await ours.text()).toBe('<p>No search just now</p>')
  const data = await answer((_, response) => {
    response.statusCode = 503
    response.setHeader('Content-Type', 'application/json').write('{')
    response.end('}')
  })
  expect(await data.text()).toBe('{}')
})
