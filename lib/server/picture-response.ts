import { createHash } from 'node:crypto'
import { pictureCacheControl } from './cache-control'
import { isKnownTag } from './known-tag'

/** A picture, or 304 to whoever has it; `Vary`, because its format goes by what a browser accepts. */
export function toPictureResponse(request: Request, picture: Buffer, type: string): Response {
  const tag = `"${createHash('sha256').update(picture).digest('base64url').slice(0, 27)}"`
  const headers = { 'Content-Type': type, 'Cache-Control': pictureCacheControl, Vary: 'Accept', ETag: tag }
  return isKnownTag(request.headers.get('If-None-Match'), tag)
    ? new Response(null, { status: 304, headers })
    : new Response(new Uint8Array(picture), { headers })
}
