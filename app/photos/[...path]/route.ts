import { readFile } from 'node:fs/promises'
import { parseAddress } from '#lib/addresses'
import { photoFile } from '#lib/content'
import { sure } from '#lib/params'
import { isPhotoCrop, photoCrops } from '#lib/photo-crops'
import { photoType } from '#lib/photos'
import { pictureFolder } from '#lib/server/kept-picture'
import { type PhotoForm, photoWidths, toPhotoFormat, toPhotoVariant } from '#lib/server/photo-variant'
import { toPictureResponse } from '#lib/server/picture-response'

/** A picture as it was handed in, or with `?w=` or `?crop=` in one of the forms that are asked for, as AVIF or WebP. */
export async function GET(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const { name } = sure(parseAddress(pathname), 'a picture')
  const file = photoFile(name)
  if (!searchParams.has('w') && !searchParams.has('crop')) {
    return toPictureResponse(request, await readFile(file), photoType(name))
  }
  const form = toForm(searchParams)
  if (!form) return new Response(refusal, { status: 400 })
  const format = toPhotoFormat(request.headers.get('Accept'))
  return toPictureResponse(request, await toPhotoVariant(file, form, format, pictureFolder()), `image/${format}`)
}

const refusal = `w must be one of ${photoWidths.join(', ')}, or crop one of ${Object.keys(photoCrops).join(', ')}\n`

/** Undefined when no such form is made. */
function toForm(query: URLSearchParams): PhotoForm | undefined {
  const crop = query.get('crop')
  if (crop !== null) return isPhotoCrop(crop) ? { crop } : undefined
  const width = photoWidths.find((width) => String(width) === query.get('w'))
  return width ? { width } : undefined
}
