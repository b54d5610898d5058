import { Readable } from 'node:stream'
import { pictureCacheControl } from '#lib/http/caching'
import { isKnownTag } from '#lib/http/known-tag'
import { toTag } from '#lib/http/text-document'
import { photoType } from '#lib/publication/photos'
import { getPhotoHash, openPhoto } from '#lib/snapshot/load'
import type { MadePicture } from './picture-cache'

/**
 * A picture, or 304 to whoever has it; `Vary`, because its format goes by what a browser accepts. Its tag is made of its
 * name, as its bytes would take milliseconds, and is weak: another version of sharp may make other bytes of the same.
 */
export function toPictureResponse(request: Request, { name, bytes }: MadePicture, type: string): Response {
  const tag = `W/${toTag(name)}`
  const headers = toHeaders(type, tag)
  return isKnownTag(request.headers.get('If-None-Match'), tag)
    ? new Response(null, { status: 304, headers })
    : new Response(new Uint8Array(bytes), { headers })
}

const tagOf = (photo: string) => `"${getPhotoHash(photo)}"`

/** Does the answer with a picture as it was handed in hold the picture? */
export const hasOriginalBody = (request: Request, photo: string): boolean =>
  request.method !== 'HEAD' && !isKnownTag(request.headers.get('If-None-Match'), tagOf(photo))

/** A picture of the current snapshot as it was handed in. It may be large, so that it is never whole in memory. */
export async function toOriginalResponse(request: Request, photo: string): Promise<Response> {
  const tag = tagOf(photo)
  const headers = toHeaders(photoType(photo), tag)
  if (isKnownTag(request.headers.get('If-None-Match'), tag)) return new Response(null, { status: 304, headers })
  const file = await openPhoto(photo)
  const { size } = await file.stat()
  const about = { ...headers, 'Content-Length': String(size) }
  if (request.method === 'HEAD') {
    await file.close()
    return new Response(null, { headers: about })
  }
  const pieces = Readable.toWeb(file.createReadStream()) as BodyInit
  return new Response(pieces, { headers: about })
}

const toHeaders = (type: string, tag: string) => ({
  'Content-Type': type,
  'Cache-Control': pictureCacheControl,
  Vary: 'Accept',
  ETag: tag,
})
