import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtId, lastServedName, manifestName, publishedDir } from './paths'

/** When a snapshot was made, in ISO 8601, and a hash of the code that made it. */
export type Manifest = { madeAt: string; rules: string }

/** Which snapshot is current, and since when, in ISO 8601. */
export type Pointer = { id: string; since: string }

/** When a published snapshot was last current, in ISO 8601, and whether it was dropped for good. */
export type LastServed = { at: string; isDropped?: boolean }

export const pointerName = 'serving.json'

/** The file that names the current snapshot. */
export const pointerFile = (dataDir: string) => join(dataDir, publishedDir, pointerName)

/** The manifest of a snapshot, or undefined if there is none. Throws if it cannot be read. */
export const readManifest = (folder: string) => readJson<Manifest>(join(folder, manifestName))

/** When a published snapshot was last current, or undefined if another never replaced it. */
export const readLastServed = (folder: string) => readJson<LastServed>(join(folder, lastServedName))

/**
 * The current snapshot: its id, since when it is current, and its folder. `error` says why it is not the one that was
 * published last.
 */
export type CurrentSnapshot = Pointer & { folder: string; error?: string }

/**
 * Finds the current snapshot: the one that the pointer names, or the built one if the site was built later. `built` is the
 * folder of the built snapshot. If the pointer cannot be followed, it is the newest usable snapshot. Throws if the folder
 * cannot be read, because a story may have been withdrawn since the build.
 */
export function findCurrent(built: string, dataDir: string): CurrentSnapshot {
  const manifest = readManifest(built)
  if (!manifest) throw new Error(`There is no snapshot in ${built}. Run "npm run build"`)
  const ofBuild = { id: builtId, since: manifest.madeAt, folder: built }
  try {
    const pointer = readJson<Pointer>(pointerFile(dataDir))
    if (!pointer || pointer.since < manifest.madeAt) return ofBuild
    return pointer.id === builtId ? { ...ofBuild, since: pointer.since } : follow(pointer, dataDir, manifest)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw error
    return { ...(newestPublished(dataDir, manifest) ?? ofBuild), error: (error as Error).message }
  }
}

function follow({ id, since }: Pointer, dataDir: string, { rules }: Manifest): CurrentSnapshot {
  const folder = publishedFolder(dataDir, id)
  const made = readManifest(folder)
  if (!made) throw new Error(`Snapshot ${id} is not there`)
  if (made.rules !== rules) throw new Error(`Snapshot ${id} was made by other code than this site`)
  return { id, since, folder }
}

function newestPublished(dataDir: string, { rules, madeAt }: Manifest): CurrentSnapshot | undefined {
  try {
    const newest = listPublished(dataDir, rules).findLast((published) => published.madeAt > madeAt)
    return newest && { id: newest.id, since: newest.madeAt, folder: publishedFolder(dataDir, newest.id) }
  } catch {
    return undefined
  }
}

/** Published snapshots that were not dropped, oldest first. With `rules`, only those made by that code. */
export function listPublished(dataDir: string, rules?: string): (Manifest & { id: string })[] {
  const folder = join(dataDir, publishedDir)
  const ids =
    readIfThere(() => readdirSync(/* turbopackIgnore: true */ folder))?.filter((name) => /^\d.*Z$/.test(name)) ?? []
  const made = ids.sort().flatMap((id) => {
    const manifest = readManifest(join(folder, id))
    return manifest && !readLastServed(join(folder, id))?.isDropped ? { id, ...manifest } : []
  })
  return made.filter((manifest) => rules === undefined || manifest.rules === rules)
}

const publishedFolder = (dataDir: string, id: string) => join(dataDir, publishedDir, id)

const readJson = <T>(file: string): T | undefined =>
  readIfThere(() => {
    const text = readFileSync(/* turbopackIgnore: true */ file, 'utf8')
    try {
      return JSON.parse(text) as T
    } catch {
      throw new Error(`${file} is damaged`)
    }
  })

/** Undefined if the file does not exist. Throws if it exists but cannot be read. */
function readIfThere<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    return undefined
  }
}
