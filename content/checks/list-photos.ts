import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { BuildCache } from '#content/build-cache/build-cache'
import { hashOf, rulesKey } from '#content/build-cache/rules-key'
import { contentDir } from '#content/content-dir'
import { fileKinds } from './content-files'
import { countCompressedText, countParts } from './count-parts'
import { fileKey } from './file-key'
import type { ListedContent } from './list-files'
import { openPicture } from './open-picture'
import { readPlainFile, UnreadableFile } from './read-plain-file'

const formats = ['jpeg', 'png', 'webp', 'avif', 'heif', 'gif']

/** A picture as it was read: what keeps it from being shown, if anything; its size as its camera held it; its hash. */
type ReadPhoto = { error?: string; width?: number; height?: number; hash?: string }

/** A picture's path below the content folder, and what there is to know of it. */
export type ListedPhoto = ReadPhoto & { file: string }

/** What there is to know of pictures, by their names, which are composed (NFC) whatever the disk says. */
export async function readPhotos(
  { pictures, errors }: ListedContent,
  cache: BuildCache,
  now: Date,
): Promise<Map<string, ListedPhoto>> {
  const photos = new Map<string, ListedPhoto>()
  for (const { file, message } of errors) {
    if (file.startsWith('photos/')) photos.set(file.normalize('NFC'), { file, error: `"${file}" ${message}` })
  }
  let late = 0
  const open: typeof openPicture = async (bytes) => {
    const opened = late < maxLate ? await openPicture(bytes) : 'late'
    if (opened === 'late') late++
    return opened
  }
  for (const file of pictures) {
    const name = file.normalize('NFC')
    photos.set(name, { file, ...(await readPhoto(file, name, { cache, now, open })) })
  }
  return photos
}

/** The bytes of a picture as the checks read it. Throws when the file holds others by now. */
export function readCheckedPhoto({ file, hash }: ListedPhoto): Buffer {
  const bytes = readPlainFile(file, fileKinds.photos.maxBytes)
  if (toHash(bytes) !== hash) throw new Error(`${file} changed while it was read. Run the command again`)
  return bytes
}

type Reading = { cache: BuildCache; now: Date; open: typeof openPicture }

async function readPhoto(file: string, name: string, { cache, now, open }: Reading): Promise<ReadPhoto> {
  const place = fileKey(join(contentDir(), file), now)
  const key = place && hashOf(rulesKey(), place)
  const known = key && cache.get<ReadPhoto>('photos', key)
  if (known) return known
  try {
    const bytes = readPlainFile(file, fileKinds.photos.maxBytes)
    if (countCompressedText(bytes) > maxCompressedText)
      return { error: `"${name}" holds long notes beside the picture. Save it again without them (metadata)` }
    if (countParts(bytes) > maxParts)
      return { error: `"${name}" has more than a thousand frames or notes. Save it again as one plain picture` }
    const opened = await open(bytes)
    if (opened === 'late')
      return { error: `"${name}" takes too long to open, or others before it did. Save it again as a plain JPEG` }
    if (!opened) return { error: `"${name}" cannot be read as a picture. Use JPEG, PNG, WebP or AVIF` }
    const { format, compression, width, height, maxPixels, isWhole } = opened
    if (!formats.includes(format))
      return { error: `"${name}" is a picture in the format ${format}. Use JPEG, PNG, WebP or AVIF` }
    if (format === 'heif' && compression !== 'av1')
      return {
        error: `"${name}" is a picture as telephones save it (HEIC), which browsers cannot show. Export it as JPEG`,
      }
    if (width * height > maxPixels) {
      const millions = Math.ceil((width * height) / 1e6)
      return {
        error: `"${name}" has ${millions} million pixels. Make it smaller: at most ${maxPixels / 1e6} million`,
      }
    }
    if (format === 'jpeg' && countScans(bytes) > maxScans)
      return { error: `"${name}" is saved in too many steps for browsers to show it quickly. Save it again as JPEG` }
    if (!isWhole)
      return { error: `"${name}" is damaged or cut off: it cannot be read to its end. Save or download it again` }
    const photo = { width, height, hash: toHash(bytes) }
    if (key) cache.keep('photos', key, photo)
    return photo
  } catch (error) {
    if (error instanceof UnreadableFile) return { error: `"${name}" ${error.message}` }
    throw error
  }
}

/** After so many that took too long no other picture is opened, because each holds the command up. */
const maxLate = 3

/** The most bytes of compressed text in a PNG: each can become a thousand, and all are unpacked whenever it is opened. */
const maxCompressedText = 20_000

/** The most parts of a picture: a decoder looks through all whenever it opens it, through frames of WebP again and again. */
const maxParts = 1000

/** The most scans of a JPEG: a progressive one has about ten, and each costs as much as a plain picture. */
const maxScans = 30

/** The scans of a JPEG. Each starts with a marker that stands nowhere in the data of another (ITU T.81, B.1.1.5). */
function countScans(bytes: Buffer): number {
  let scans = 0
  for (let at = bytes.indexOf(startOfScan); at !== -1; at = bytes.indexOf(startOfScan, at + 2)) scans++
  return scans
}

const startOfScan = Buffer.from([0xff, 0xda])

const toHash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url')
