import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import sharp from 'sharp'
import { contentDir } from '../content-dir'

const formats = ['jpeg', 'png', 'webp', 'avif', 'heif', 'gif']

/** A picture's file on disk, and what keeps it from being shown, if anything. */
export type ListedPhoto = { path: string; fault: string | undefined }

/** Every picture below `photos/` by its name, which is composed (NFC) whatever the disk says. */
export async function listPhotos(): Promise<Map<string, ListedPhoto>> {
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
    photos.set(name, { path, fault: await photoFault(path, name, realpathSync(root)) })
  }
  return photos
}

async function photoFault(path: string, name: string, root: string): Promise<string | undefined> {
  try {
    if (!realpathSync(path).startsWith(root + sep))
      return `"${name}" is a link that leaves photos/. Put the picture itself there`
    if (!statSync(path).isFile()) return `"${name}" is not a file. Put the picture itself there`
    const { format } = await sharp(path).metadata()
    if (formats.includes(format)) return undefined
    return `"${name}" is a picture in the format ${format}. Use JPEG, PNG, WebP or AVIF`
  } catch {
    return `"${name}" cannot be read as a picture. Use JPEG, PNG, WebP or AVIF`
  }
}
