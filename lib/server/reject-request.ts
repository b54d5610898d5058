import type { IncomingMessage, ServerResponse } from 'node:http'
import { readsPath } from '#lib/rules/links'

/** The most bytes a request body may have. Reads need far fewer. */
export const maxBodyBytes = 64 * 1024

/** For how many milliseconds the rest of a refused request is still received. */
const maxReceiveMs = 2000

/**
 * Answers requests that cannot be right: no host or an address without a path (400), a method that the address does not take (405), a
 * body that is too long (413), an expectation that nobody meets (417).
 */
export function rejectRequest(request: IncomingMessage, response: ServerResponse): boolean {
  const status = toRefusal(request)
  if (!status) return false
  if (status === 405) response.setHeader('Allow', methodsOf(request.url).join(', '))
  response.writeHead(status, { Connection: 'close', 'Cache-Control': 'no-store', 'Content-Length': 0 }).flushHeaders()
  // A client that still sends would not see the answer if the connection ended before it; one that waits for leave would
  // never send.
  const end = setTimeout(() => response.end(), request.headers.expect ? 0 : maxReceiveMs)
  request.resume().once('close', () => {
    clearTimeout(end)
    response.end()
  })
  return true
}

/**
 * Path and query of a request's address: a client may send all of it, with scheme and host (RFC 9112, 3.2.2), and signs
 * beyond ASCII as they are, which Node takes byte by byte.
 */
export const toPathAndQuery = (url: string): string => {
  const rest = Buffer.from(url.replace(/^https?:\/\/[^/?]*/i, ''), 'latin1').toString('utf8')
  return rest === '' || rest.startsWith('?') ? `/${rest}` : rest
}

const isContinue = /^100-continue$/i

const methodsOf = (url = '') => (url.split('?', 1)[0] === readsPath ? ['POST'] : ['GET', 'HEAD'])

function toRefusal({ method, headers, url, httpVersion }: IncomingMessage): number | undefined {
  if (!url?.startsWith('/') || (headers.host === undefined && httpVersion !== '1.0')) return 400
  if (!methodsOf(url).includes(method ?? '')) return 405
  if (Number(headers['content-length'] ?? 0) > maxBodyBytes) return 413
  return headers.expect && !isContinue.test(headers.expect) ? 417 : undefined
}
