import { Readable } from 'node:stream'
import { pictureCacheControl } from '#lib/http/caching'
import { isKnownTag } from '#lib/http/known-tag'
import { toTag } from '#lib/http/text-document'
import { photoType } from '#lib/publication/photos'
import { getPhotoHash, openPhoto } from '#lib/snapshot/files'
import type { MadePicture } from './picture-cache'

/** A picture, or 304 if the client has it; `Vary`, because the format depends on what the browser accepts. */
export function toPictureResponse(request: Request, picture: MadePicture, type: string): Response {
  const tag = tagOfMade(picture)
  const headers = toHeaders(type, tag)
  return isKnownTag(request.headers.get('If-None-Match'), tag)
    ? new Response(null, { status: 304, headers })
    : new Response(new Uint8Array(picture.bytes), { headers })
}

/** Tags by the names of pictures, because hashing one takes milliseconds. */
const tags = new Map<string, string>()
const maxTags = 10_000

function tagOfMade({ name, bytes }: MadePicture): string {
  const known = tags.get(name)
  if (known) return known
  const tag = toTag(bytes)
  if (tags.size >= maxTags) tags.clear()
  tags.set(name, tag)
  return tag
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
