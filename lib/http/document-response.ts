import { pageCacheControl } from './caching'
import { isKnownTag } from './known-tag'
import type { TextDocument } from './text-document'

/**
 * A response with `ETag` and `Last-Modified`, or 304 without a body if the client has the document. `changedAt` is when
 * anything in the publication last changed, so it may be later than the document's last change; the tag is exact.
 */
export function toDocumentResponse(request: Request, { type, bytes, tag }: TextDocument, changedAt: Date): Response {
  const headers = {
    'Content-Type': type,
    'Cache-Control': pageCacheControl,
    ETag: tag,
    'Last-Modified': changedAt.toUTCString(),
  }
  return isUnchanged(request, tag, changedAt)
    ? new Response(null, { status: 304, headers })
    : new Response(bytes, { headers })
}

/** `If-None-Match` decides if it is given, otherwise `If-Modified-Since` (RFC 9110, 13.2.2). */
function isUnchanged(request: Request, tag: string, changedAt: Date): boolean {
  const known = request.headers.get('If-None-Match')
  if (known !== null) return isKnownTag(known, tag)
  const since = Date.parse(request.headers.get('If-Modified-Since') ?? '')
  return Math.floor(changedAt.getTime() / 1000) * 1000 <= since
}
