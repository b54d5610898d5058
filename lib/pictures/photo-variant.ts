import sharp from 'sharp'
import { toWeights } from '#lib/http/compress'
import { maxPhotoPixels } from '#lib/rules/photo-limits'
import { getPhotoHash, readPhoto } from '#lib/snapshot/files'
import { keepPicture, type MadePicture } from './picture-cache'
import { toOriginalName } from './picture-names'
import { type PhotoCrop, toCropSize } from './sizes'

/** A picture at a width in pixels, or cut to a ratio. */
export type PhotoForm = { width: number } | { crop: PhotoCrop }

/** AVIF has half the bytes of WebP; at effort 1 it takes twice as long to make, at sharp's usual effort twenty times. Old browsers get WebP. */
type PhotoFormat = 'avif' | 'webp'

/** The best format among those that an `Accept` header names; a weight of 0 forbids one (RFC 9110, 12.5.1). */
export function toPhotoFormat(accept: string | null): PhotoFormat {
  const weights = toWeights(accept ?? '')
  return (weights.get('image/avif') ?? 0) > 0 ? 'avif' : 'webp'
}

/**
 * A picture of the current snapshot in a form, never enlarged, made once and kept in `folder`, by content and not by
 * name. The original is only read where the form must be made. Throws what sharp throws when the file is no picture.
 */
export async function toPhotoVariant(
  photo: string,
  form: PhotoForm,
  format: PhotoFormat,
  folder: string,
): Promise<MadePicture> {
  const name = `${toOriginalName(getPhotoHash(photo))}-${'crop' in form ? form.crop : form.width}.${format}`
  return keepPicture(folder, name, async () => make(await readPhoto(photo), form, format))
}

// A decoder that is kept for another use holds all memory of its picture, which sharp does not count.
sharp.cache(false)

const limits = { limitInputPixels: maxPhotoPixels }

async function make(original: Buffer, form: PhotoForm, format: PhotoFormat): Promise<Buffer> {
  const picture = sharp(original, limits).autoOrient()
  // Attention: the cut keeps what stands out most.
  if ('crop' in form)
    picture.resize({
      ...toCropSize((await sharp(original, limits).metadata()).autoOrient, form.crop),
      position: 'attention',
    })
  else picture.resize({ width: form.width, withoutEnlargement: true })
  return (format === 'avif' ? picture.avif({ quality: 50, effort: 1 }) : picture.webp({ quality: 75 })).toBuffer()
}
