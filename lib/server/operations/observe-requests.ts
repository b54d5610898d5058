import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { decodeAscii } from '#lib/http/caching'
import { serverState } from './server-state'

/** A finished request, without the client's address and without the query. */
export type AnsweredRequest = { method: string; path: string; status: number; seconds: number }

/** Longer paths are cut in logs. */
const maxPathLength = 300

/** nginx's status for a request whose client closed the connection. */
const clientGone = 499

/** The open requests of each connection, as functions that settle them. */
const underway = new WeakMap<Socket, Set<() => void>>()

/** Counts a request as open, and reports it when its response is sent or its client is gone. */
export function observeRequest(
  request: IncomingMessage,
  response: ServerResponse,
  tell: (answered: AnsweredRequest) => void,
): void {
  const begun = performance.now()
  const { method = '', url = '', socket } = request
  const ofSocket = underway.get(socket) ?? observeSocket(socket)
  const settle = () => {
    // Both the answer and its connection close.
    if (!ofSocket.delete(settle)) return
    serverState.underway--
    const status = response.writableFinished ? response.statusCode : clientGone
    const seconds = (performance.now() - begun) / 1000
    tell({ method, path: toLoggedPath(url), status, seconds })
  }
  serverState.underway++
  ofSocket.add(settle)
  response.once('close', settle)
}

/** The path of an address for logs: without a query in any spelling, and without a secret. */
export function toLoggedPath(url: string): string {
  const [path = ''] = url.slice(0, maxPathLength).split(/[?#;&]|%3F|%23|%3B|%26/i, 1)
  return /secret\s*=/i.test(decodeAscii(path)) ? '(an address with a secret)' : path
}

/** A response that waits behind others on its connection gets no event when the connection closes. */
function observeSocket(socket: Socket): Set<() => void> {
  const requests = new Set<() => void>()
  underway.set(socket, requests)
  socket.once('close', () => {
    for (const settle of requests) settle()
  })
  return requests
}
