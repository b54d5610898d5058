import type { IncomingMessage, ServerResponse } from 'node:http'
import { readsPath } from '../links'
import { unmatched } from './gate'

/** The most bytes a body may have: whatever readers send here is a fraction of it. */
const mostBytes = 64 * 1024

/**
 * Answers requests that no page is asked for with, which Next would meet with 500 or read to the end: an address that is
 * none, a method that nothing here takes, a body that is too long.
 */
export function refuseOddRequest(request: IncomingMessage, response: ServerResponse): boolean {
  request.url = request.url?.replace(origin, '') || '/'
  const status = toRefusal(request)
  if (!status) return false
  if (status === 405) response.setHeader('Allow', methodsOf(request.url).join(', '))
  response.writeHead(status, { Connection: 'close', 'Content-Length': 0 }).flushHeaders()
  // A client that still sends would not see the answer if the connection ended before it.
  request.resume().once('close', () => response.end())
  return true
}

/** No browser's name is longer; Next holds names against expressions whose time grows with the square of their length. */
const longestUserAgent = 512

/** Leaves of a request what may be read without harm. */
export function tameRequest(request: IncomingMessage): void {
  const { headers, url = '' } = request
  // The framework has pages under addresses of its own, too.
  if (/^\/_next\/(?!static\/)/.test(url)) request.url = unmatched
  // Nobody may ask for a page's data for Next's runtime: no page has that runtime.
  delete headers.rsc
  if (headers['user-agent']) headers['user-agent'] = headers['user-agent'].slice(0, longestUserAgent)
}

const methodsOf = (url: string) => (url.split('?', 1)[0] === readsPath ? ['POST'] : ['GET', 'HEAD'])

/** A client may send the whole address (RFC 9112, 3.2.2). */
const origin = /^https?:\/\/[^/?]*/i

function toRefusal({ url, method, headers }: IncomingMessage): number | undefined {
  if (!url?.startsWith('/')) return 400
  if (!methodsOf(url).includes(method ?? '')) return 405
  return Number(headers['content-length'] ?? 0) > mostBytes ? 413 : undefined
}
