import { readFile } from 'node:fs/promises'
import { parseAddress } from '#lib/addresses'
import { photoFile } from '#lib/content'
import { readEnvironment } from '#lib/env'
import { sure } from '#lib/params'
import { photoType } from '#lib/photos'
import { photoWidths, toPhotoFormat, toPhotoVariant } from '#lib/server/photo-variant'

/** Browsers may keep a picture for a day; shared caches ask again after 30 s, so that a withdrawn one goes. */
const cacheControl = 'public, max-age=86400, s-maxage=30'

/** A picture as it was handed in, or with `?w=` at one of the widths that pages ask for, as AVIF or WebP. */
export async function GET(request: Request): Promise<Response> {
  const { name } = sure(parseAddress(new URL(request.url).pathname), 'a picture')
  const file = photoFile(name)
  const asked = new URL(request.url).searchParams.get('w')
  if (asked === null) return answer(await readFile(file), photoType(name))
  const width = photoWidths.find((width) => String(width) === asked)
  if (!width) return new Response(`w must be one of ${photoWidths.join(', ')}\n`, { status: 400 })
  const format = toPhotoFormat(request.headers.get('Accept'))
  return answer(await toPhotoVariant(file, width, format, `${readEnvironment().DATA_DIR}/images`), `image/${format}`)
}

const answer = (bytes: Buffer, type: string) =>
  new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': type, 'Cache-Control': cacheControl, Vary: 'Accept' },
  })
