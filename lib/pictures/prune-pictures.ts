import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isPartialPicture, readPictureName } from './picture-names'

/** How many bytes kept pictures may take; each process that makes pictures may add a twentieth before it looks again. */
export const maxKeptBytes = 2 * 2 ** 30

/** After how many milliseconds nobody can still be writing a picture. */
const maxWriteMs = 600_000

type Options = { originals?: ReadonlySet<string>; maxBytes?: number }

/**
 * Removes from the folder of kept pictures what killed servers left half written, what was made of none of the
 * `originals`, if they are given, and then the longest unused until the others fit into nine tenths of `maxBytes`.
 * One that is being sent is in memory already, and one that is asked for again is made again.
 */
export async function prunePictures(folder: string, { originals, maxBytes = maxKeptBytes }: Options = {}) {
  const kept: { path: string; bytes: number; usedAt: number }[] = []
  for (const name of await listFolder(folder)) {
    const path = join(/* turbopackIgnore: true */ folder, name)
    const picture = readPictureName(name)
    const file = picture || isPartialPicture(name) ? await stat(path).catch(() => undefined) : undefined
    if (!file) continue
    const isOver = picture
      ? picture.original && originals && !originals.has(picture.original)
      : Date.now() - file.mtimeMs > maxWriteMs
    if (isOver) await rm(path, { force: true })
    else kept.push({ path, bytes: file.size, usedAt: file.mtimeMs })
  }
  let bytes = kept.reduce((sum, picture) => sum + picture.bytes, 0)
  if (bytes <= maxBytes) return
  for (const picture of kept.sort((a, b) => a.usedAt - b.usedAt)) {
    if (bytes <= maxBytes * 0.9) return
    await rm(picture.path, { force: true })
    bytes -= picture.bytes
  }
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(/* turbopackIgnore: true */ folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
