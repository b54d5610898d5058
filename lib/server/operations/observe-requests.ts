import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { decodeAscii } from '#lib/http/caching'
import { serverState } from './server-state'

/** An answered request, without anything of who asked: neither address nor query. */
export type AnsweredRequest = { method: string; path: string; status: number; seconds: number }

/** Longer addresses are cut where they are told. */
const maxPathLength = 300

/** What nginx calls a request whose client did not wait for the answer. */
const clientGone = 499

/** The requests under way of each connection, as what settles them. */
const underway = new WeakMap<Socket, Set<() => void>>()

/** Counts a request as under way, and tells of it once its answer is out or its client gone. */
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

/** The path of an address as it may be told: without a query, however it is written, and without a secret. */
export function toLoggedPath(url: string): string {
  const [path = ''] = url.slice(0, maxPathLength).split(/[?#;&]|%3F|%23|%3B|%26/i, 1)
  return /secret\s*=/i.test(decodeAscii(path)) ? '(an address with a secret)' : path
}

/** An answer that waits for others on its connection never hears that the connection ended. */
function observeSocket(socket: Socket): Set<() => void> {
  const requests = new Set<() => void>()
  underway.set(socket, requests)
  socket.once('close', () => {
    for (const settle of requests) settle()
  })
  return requests
}
