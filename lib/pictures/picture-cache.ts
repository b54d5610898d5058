import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readEnvironment } from '#lib/runtime/env'
import { logError } from '#lib/runtime/log'
import { makePhotoInTurn } from './costly-work'
import { maxKeptBytes, prunePictures } from './prune-pictures'

/** After how many milliseconds a picture that is used again is noted as used. */
const noteUseMs = 3_600_000

/** Pictures that are made at this moment. */
const inProgress = new Map<string, Promise<Buffer>>()
let keptBytes = 0

/** Where pictures that were made are kept. */
export const pictureFolder = () => join(/* turbopackIgnore: true */ readEnvironment().DATA_DIR, 'images')

/** A picture that was made, and a name that stands for all that went into it. */
export type MadePicture = { name: string; bytes: Buffer }

/**
 * A picture made once and kept in `folder`: `name` must tell apart all that goes into it. However many ask for it at
 * the same time, it is made once. Throws what `make` throws.
 */
export async function keepPicture(
  folder: string,
  name: string,
  make: () => Promise<Buffer>,
  inTurn: typeof makePhotoInTurn = makePhotoInTurn,
): Promise<MadePicture> {
  const bytes = (await findCached(folder, name)) ?? (await inTurn(() => makeOnce(folder, name, make)))
  return { name, bytes }
}

/** Somebody else's turn may have come first. */
async function makeOnce(folder: string, name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const kept = await findCached(folder, name)
  if (kept) return kept
  const made = inProgress.get(name) ?? makeAndKeep(folder, name, make).finally(() => inProgress.delete(name))
  inProgress.set(name, made)
  return made
}

/** Undefined when it is not there, or cannot be read. */
async function findCached(folder: string, name: string): Promise<Buffer | undefined> {
  const kept = await readCached(join(/* turbopackIgnore: true */ folder, name)).catch(() => undefined)
  return kept?.length ? kept : undefined
}

/** The time of a file's last change says when it was last used, to the hour. */
async function readCached(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const now = Date.now()
    if (now - (await file.stat()).mtimeMs > noteUseMs) await file.utimes(now / 1000, now / 1000).catch(() => {})
    return await file.readFile()
  } finally {
    await file.close()
  }
}

async function makeAndKeep(folder: string, name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const picture = await make()
  // A folder that cannot be written costs speed, not the picture.
  await write(folder, name, picture).catch((error: Error) => logError(`Pictures are not kept: ${error.message}`))
  return picture
}

async function write(folder: string, name: string, picture: Buffer): Promise<void> {
  // DATA_DIR itself is not made anew: it may be back in a moment.
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const partial = join(/* turbopackIgnore: true */ folder, `${name}.${process.pid}-${performance.now()}`)
  try {
    await writeFile(partial, picture)
    await rename(partial, join(/* turbopackIgnore: true */ folder, name))
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    throw error
  }
  keptBytes += picture.length
  if (keptBytes < maxKeptBytes / 20) return
  keptBytes = 0
  prunePictures(folder).catch((error: Error) => logError(`Kept pictures are not removed: ${error.message}`))
}
