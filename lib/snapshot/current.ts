import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtId, lastServedName, manifestName, publishedDir } from './paths'

/** When a snapshot was made, in ISO 8601, and a key of the code that made it. */
export type Manifest = { madeAt: string; rules: string }

/** Which snapshot shall serve, and since when, in ISO 8601. */
export type Pointer = { id: string; since: string }

/** When a published snapshot last served, in ISO 8601, and whether it shall never serve again. */
export type LastServed = { at: string; isDropped?: boolean }

export const pointerName = 'serving.json'

/** Where the publisher says which snapshot shall serve. */
export const pointerFile = (dataDir: string) => join(dataDir, publishedDir, pointerName)

/** When and by what code a snapshot was made; nothing where there is none. Throws when that cannot be read. */
export const readManifest = (folder: string) => readJson<Manifest>(join(folder, manifestName))

/** When a published snapshot last served; nothing where it never did, or serves for the first time. */
export const readLastServed = (folder: string) => readJson<LastServed>(join(folder, lastServedName))

/**
 * A snapshot that serves: its folder, its id, and when it began to. `error` says why it is not the one that was
 * published last.
 */
export type CurrentSnapshot = Pointer & { folder: string; error?: string }

/**
 * The snapshot that serves: what the publisher chose last, unless the site was built anew since. `built` is the folder
 * of the snapshot that the site was built with. Where the pointer cannot be followed, it is the newest that can serve.
 * Throws when the folder cannot be read: then nobody knows what was withdrawn since the build.
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

/** Published snapshots that may serve, the oldest first; ids are the times they were made. With `rules`, those of that code. */
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

/** Only what is not there is nothing: what may not be read is an error. */
function readIfThere<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    return undefined
  }
}
