import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { type PhotoCrop, toCropSize } from '../photo-crops'
import { toWeight } from './compress'
import { keepPicture } from './kept-picture'

/** A picture at a width in pixels, or cut to a ratio. */
export type PhotoForm = { width: number } | { crop: PhotoCrop }

/** AVIF has half the bytes of WebP; at effort 1 it takes twice as long to make, at sharp's usual effort twenty times. Old browsers get WebP. */
export type PhotoFormat = 'avif' | 'webp'

/** The best format among those that an `Accept` header names; a weight of 0 forbids one (RFC 9110, 12.5.1). */
export function toPhotoFormat(accept: string | null): PhotoFormat {
  const weights = new Map((accept ?? '').split(',').map(toWeight))
  return (weights.get('image/avif') ?? 0) > 0 ? 'avif' : 'webp'
}

/**
 * A picture in a form, never enlarged, made once and kept in `folder`, by content and not by name.
 * Throws what sharp throws when the file is no picture.
 */
export async function toPhotoVariant(
  file: string,
  form: PhotoForm,
  format: PhotoFormat,
  folder: string,
): Promise<Buffer> {
  const original = await readFile(file)
  const content = createHash('sha256').update(original).digest('hex').slice(0, 32)
  const name = `${content}-${'crop' in form ? form.crop : form.width}.${format}`
  return keepPicture(folder, name, () => make(original, form, format))
}

async function make(original: Buffer, form: PhotoForm, format: PhotoFormat): Promise<Buffer> {
  const picture = sharp(original).autoOrient()
  // Attention: the cut keeps what stands out most.
  if ('crop' in form)
    picture.resize({ ...toCropSize((await sharp(original).metadata()).autoOrient, form.crop), position: 'attention' })
  else picture.resize({ width: form.width, withoutEnlargement: true })
  return (format === 'avif' ? picture.avif({ quality: 50, effort: 1 }) : picture.webp({ quality: 75 })).toBuffer()
}
