import { toTag } from '../text-document'
import { pictureCacheControl } from './cache-control'
import { isKnownTag } from './known-tag'

/** A picture, or 304 to whoever has it; `Vary`, because its format goes by what a browser accepts. */
export function toPictureResponse(request: Request, picture: Buffer, type: string): Response {
  const tag = toTag(picture)
  const headers = { 'Content-Type': type, 'Cache-Control': pictureCacheControl, Vary: 'Accept', ETag: tag }
  return isKnownTag(request.headers.get('If-None-Match'), tag)
    ? new Response(null, { status: 304, headers })
    : new Response(new Uint8Array(picture), { headers })
}
