import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { tellFaultsInWords } from './fault-page'

async function answer(listener: RequestListener): Promise<Response> {
  const server = createServer((request, response) => {
    tellFaultsInWords(response)
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
])('an error page of %s becomes one with words', async (_, listener) => {
  const response = await answer((request, out) => {
    out.setHeader('Content-Type', 'text/html')
    listener(request, out)
  })
  expect(response.status).toBe(500)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(await response.text()).toContain('<h1>Something went wrong on our side</h1>')
})

test('what is no error page stays as it is', async () => {
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
