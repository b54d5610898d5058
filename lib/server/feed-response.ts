import { createHash } from 'node:crypto'
import { pageCacheControl } from './cache-control'

/** A feed with what lets a reader ask "only if it changed": `ETag`, `Last-Modified`, and 304 without a body. */
export function toFeedResponse(request: Request, xml: string, updated: Date): Response {
  const headers = {
    'Content-Type': 'application/rss+xml; charset=utf-8',
    'Cache-Control': pageCacheControl,
    ETag: `"${createHash('sha256').update(xml).digest('base64url').slice(0, 27)}"`,
    'Last-Modified': updated.toUTCString(),
  }
  return isUnchanged(request, headers.ETag, updated)
    ? new Response(null, { status: 304, headers })
    : new Response(xml, { headers })
}

/** `If-None-Match` decides where it is given, else `If-Modified-Since` (RFC 9110, 13.2.2). */
function isUnchanged(request: Request, tag: string, updated: Date): boolean {
  const known = request.headers.get('If-None-Match')
  if (known !== null)
    return known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag || one.trim() === '*')
  const since = Date.parse(request.headers.get('If-Modified-Since') ?? '')
  return Math.floor(updated.getTime() / 1000) * 1000 <= since
}
