import { pictureCacheControl } from './cache-control'

/** A picture; `Vary`, because its format goes by what a browser accepts. */
export const toPictureResponse = (picture: Buffer, type: string) =>
  new Response(new Uint8Array(picture), {
    headers: { 'Content-Type': type, 'Cache-Control': pictureCacheControl, Vary: 'Accept' },
  })
