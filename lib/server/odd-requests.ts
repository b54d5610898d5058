import type { IncomingMessage, ServerResponse } from 'node:http'

/** The most bytes a body may have: whatever readers send here is a fraction of it. */
const mostBytes = 64 * 1024

/**
 * Answers requests that no page is asked for with, which Next would meet with 500 or read to the end: an address that is
 * none, a method that gives back what was sent, a body that is too long.
 */
export function refuseOddRequest(request: IncomingMessage, response: ServerResponse): boolean {
  request.url = request.url?.replace(origin, '') || '/'
  const status = toRefusal(request)
  if (!status) return false
  if (status === 405) response.setHeader('Allow', 'GET, HEAD, POST')
  response.writeHead(status, { Connection: 'close', 'Content-Length': 0 }).flushHeaders()
  // A client that still sends would not see the answer if the connection ended before it.
  request.resume().once('close', () => response.end())
  return true
}

/** A client may send the whole address (RFC 9112, 3.2.2). */
const origin = /^https?:\/\/[^/?]*/i

function toRefusal({ url, method, headers }: IncomingMessage): number | undefined {
  if (!url?.startsWith('/')) return 400
  if (method === 'TRACE') return 405
  return Number(headers['content-length'] ?? 0) > mostBytes ? 413 : undefined
}
