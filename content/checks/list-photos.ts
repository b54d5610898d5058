import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import sharp from 'sharp'
import { contentDir } from '../content-dir'
import type { KeptResults } from '../kept-results'
import { fileKey } from './file-key'

const formats = ['jpeg', 'png', 'webp', 'avif', 'heif', 'gif']

/** A picture as it was read: what keeps it from being shown, if anything; its size as its camera held it; its hash. */
type ReadPhoto = { fault?: string; width?: number; height?: number; hash?: string }

/** A picture's file on disk, and what there is to know of it. */
export type ListedPhoto = ReadPhoto & { path: string }

/** Every picture below `photos/` by its name, which is composed (NFC) whatever the disk says. */
export async function listPhotos(kept: KeptResults, now: Date): Promise<Map<string, ListedPhoto>> {
  const root = join(contentDir(), 'photos')
  if (!existsSync(root) || !statSync(root).isDirectory()) return new Map()
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  const photos = new Map<string, ListedPhoto>()
  for (const entry of entries) {
    if (entry.isDirectory() || entry.name.startsWith('.')) continue
    const path = join(entry.parentPath, entry.name)
    const name = path
      .slice(contentDir().length + 1)
      .split(sep)
      .join('/')
      .normalize('NFC')
    photos.set(name, { path, ...(await readPhoto(path, name, realpathSync(root), kept, now)) })
  }
  return photos
}

async function readPhoto(path: string, name: string, root: string, kept: KeptResults, now: Date): Promise<ReadPhoto> {
  try {
    if (!realpathSync(path).startsWith(root + sep))
      return { fault: `"${name}" is a link that leaves photos/. Put the picture itself there` }
    if (!statSync(path).isFile()) return { fault: `"${name}" is not a file. Put the picture itself there` }
    const key = fileKey(path, now)
    const known = key && kept.get('photos', key)
    if (known) return JSON.parse(known)
    const { format, autoOrient } = await sharp(path).metadata()
    if (!formats.includes(format))
      return { fault: `"${name}" is a picture in the format ${format}. Use JPEG, PNG, WebP or AVIF` }
    const hash = createHash('sha256').update(readFileSync(path)).digest('base64url')
    const photo = { width: autoOrient.width, height: autoOrient.height, hash }
    if (key) kept.keep('photos', key, JSON.stringify(photo))
    return photo
  } catch {
    return { fault: `"${name}" cannot be read as a picture. Use JPEG, PNG, WebP or AVIF` }
  }
}
