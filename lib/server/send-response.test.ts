import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { sendResponse } from './send-response'

const pieces = 2000
let taken = 0
let failure: unknown

/** A body of 128 MB, of which each piece is made when somebody takes it. */
function* makePieces() {
  for (; taken < pieces; taken++) yield Buffer.alloc(65_536)
}

const server = createServer((request, response) => {
  const headers = { 'Content-Type': 'image/png', 'Content-Length': String(pieces * 65_536) }
  const body = Readable.toWeb(Readable.from(makePieces())) as BodyInit
  sendResponse(request, response, new Response(body, { headers })).catch((error) => {
    failure = error
  })
}).listen(0, '127.0.0.1')
afterAll(() => server.close())

test('a body of a given length goes out as fast as its client reads, and its end is no error when the client leaves', async () => {
  if (!server.listening) await once(server, 'listening')
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1').pause()
  client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await expect.poll(() => taken).toBeGreaterThan(0)
  await setTimeout(300)
  expect(taken).toBeLessThan(pieces / 4)
  client.resume()
  await expect.poll(() => taken, { timeout: 10_000 }).toBeGreaterThan(pieces / 4)
  client.destroy()
  await setTimeout(100)
  expect(failure).toBeUndefined()
})

test('an answer that waits for another one on its connection stops when the connection ends', async () => {
  let opened = 0
  let closed = 0
  const file = () => {
    opened++
    return new Readable({ read() {}, destroy: (_, done) => done(void closed++) })
  }
  const waiting = createServer((request, response) => {
    const headers = { 'Content-Type': 'image/png', 'Content-Length': '100' }
    const answer = new Response(Readable.toWeb(file()) as BodyInit, { headers })
    sendResponse(request, response, answer).catch(() => {})
  }).listen(0, '127.0.0.1')
  await once(waiting, 'listening')
  const client = connect((waiting.address() as AddressInfo).port, '127.0.0.1')
  client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(5))
  await expect.poll(() => opened).toBe(5)
  client.destroy()
  await expect.poll(() => closed).toBe(5)
  waiting.close()
})

test('a document that was compressed before is not read again', async () => {
  let read = 0
  const sitemap = createServer((request, response) => {
    const headers = { 'Content-Type': 'application/xml', ETag: 'W/"one"' }
    const source = {
      pull(controller: ReadableStreamDefaultController) {
        read++
        controller.enqueue(Buffer.from('<url/>'.repeat(1000)))
        controller.close()
      },
    }
    const text = new ReadableStream(source, { highWaterMark: 0 })
    sendResponse(request, response, new Response(text, { headers })).catch(() => {})
  }).listen(0, '127.0.0.1')
  await once(sitemap, 'listening')
  const address = `http://127.0.0.1:${(sitemap.address() as AddressInfo).port}/sitemaps/1.xml`
  for (let times = 0; times < 3; times++) {
    expect(await (await fetch(address)).text()).toContain('<url/>')
  }
  expect(read).toBe(1)
  sitemap.close()
})
