import type { IncomingMessage, ServerResponse } from 'node:http'
import { readsPath } from '../links'

/** The most bytes a body may have: whatever readers send here is a fraction of it. */
export const maxBodyBytes = 64 * 1024

/**
 * Answers requests that cannot be right: an address without a path (400), a method that the address does not take (405), a
 * body that is too long (413).
 */
export function rejectRequest(request: IncomingMessage, response: ServerResponse, url: string): boolean {
  const status = toRefusal(request, url)
  if (!status) return false
  if (status === 405) response.setHeader('Allow', methodsOf(url).join(', '))
  response.writeHead(status, { Connection: 'close', 'Cache-Control': 'no-store', 'Content-Length': 0 }).flushHeaders()
  // A client that still sends would not see the answer if the connection ended before it.
  request.resume().once('close', () => response.end())
  return true
}

/** Path and query of a request's address: a client may send all of it, with scheme and host (RFC 9112, 3.2.2). */
export const toPathAndQuery = (url: string): string => {
  const rest = url.replace(/^https?:\/\/[^/?]*/i, '')
  return rest === '' || rest.startsWith('?') ? `/${rest}` : rest
}

const methodsOf = (url: string) => (url.split('?', 1)[0] === readsPath ? ['POST'] : ['GET', 'HEAD'])

function toRefusal({ method, headers }: IncomingMessage, url: string): number | undefined {
  if (!url.startsWith('/')) return 400
  if (!methodsOf(url).includes(method ?? '')) return 405
  return Number(headers['content-length'] ?? 0) > maxBodyBytes ? 413 : undefined
}
