import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/** The widths in pixels that pages ask for; no other is made, so that nobody can fill the disk. */
export const photoWidths = [160, 320, 480, 640, 800, 1200, 1600]

/** AVIF has half the bytes of WebP; at effort 1 it takes twice as long to make, at sharp's usual effort twenty times. Old browsers get WebP. */
export type PhotoFormat = 'avif' | 'webp'

/** The best format among those a browser says it accepts. */
export const toPhotoFormat = (accept: string | null): PhotoFormat => (accept?.includes('image/avif') ? 'avif' : 'webp')

const inProgress = new Map<string, Promise<Buffer>>()

/**
 * A picture at most `width` pixels wide, made once and kept in `folder`, by content and not by name.
 * Throws what sharp throws when the file is no picture.
 */
export async function toPhotoVariant(
  file: string,
  width: number,
  format: PhotoFormat,
  folder: string,
): Promise<Buffer> {
  const original = await readFile(file)
  const name = `${createHash('sha256').update(original).digest('hex').slice(0, 32)}-${width}.${format}`
  const kept = await readFile(join(folder, name)).catch(() => undefined)
  if (kept) return kept
  const made = inProgress.get(name) ?? resize(original, width, format).finally(() => inProgress.delete(name))
  inProgress.set(name, made)
  const variant = await made
  // A folder that cannot be written costs speed, not the picture.
  await keep(folder, name, variant).catch((error: Error) => console.warn(`Pictures are not kept: ${error.message}`))
  return variant
}

function resize(original: Buffer, width: number, format: PhotoFormat): Promise<Buffer> {
  const picture = sharp(original).autoOrient().resize({ width, withoutEnlargement: true })
  return (format === 'avif' ? picture.avif({ quality: 50, effort: 1 }) : picture.webp({ quality: 75 })).toBuffer()
}

async function keep(folder: string, name: string, variant: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true })
  const partial = join(folder, `${name}.${process.pid}-${performance.now()}`)
  await writeFile(partial, variant)
  await rename(partial, join(folder, name))
}
