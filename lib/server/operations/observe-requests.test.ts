import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, test, vi } from 'vitest'
import { type AnsweredRequest, observeRequest, toLoggedPath } from './observe-requests'
import { serverState } from './server-state'

test('requests that wait on a connection are over when it ends, and told once', async () => {
  const told: AnsweredRequest[] = []
  const responses: ServerResponse[] = []
  const server = createServer((request, response) => {
    observeRequest(request, response, (answered) => told.push(answered))
    responses.push(response)
  }).listen(0, 'localhost')
  await once(server, 'listening')
  const client = connect((server.address() as AddressInfo).port, 'localhost')
  const ask = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`
  client.write(Array.from({ length: 20 }, (_, index) => ask(`/${index}?q`)).join(''))
  await vi.waitFor(() => expect(responses.length).toBe(20))
  expect(serverState.underway).toBe(20)
  const { socket } = responses[0] as ServerResponse
  expect(socket?.listenerCount('close')).toBeLessThan(10)
  responses[0]?.end()
  await vi.waitFor(() => expect(told).toMatchObject([{ method: 'GET', path: '/0', status: 200 }]))
  client.destroy()
  await vi.waitFor(() => expect(told.length).toBe(20))
  for (const response of responses) response.end()
  server.close()
  await once(server, 'close')
  expect(serverState.underway).toBe(0)
  expect(told.slice(1)).toMatchObject(Array(19).fill({ status: 499 }))
})

test.each(['?', '%3F', '%23', '%26', ';', '&', '/', '%2F', '?%73ecret=x&'])(
  'no secret is told, whatever stands before it: %s',
  (sign) => expect(toLoggedPath(`/api/preview${sign}secret=a-secret&slug=b`)).not.toContain('a-secret'),
)

test('a path is told as it was asked for', () => {
  for (const path of ['/articles/secret-talks', '/articles/%ED%95%9C']) expect(toLoggedPath(`${path}?a=b`)).toBe(path)
})
