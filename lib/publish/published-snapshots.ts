import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  type CurrentSnapshot,
  findCurrent,
  type LastServed,
  listPublished,
  type Manifest,
  type Pointer,
  pointerFile,
  readManifest,
} from '#lib/snapshot/current'
import { builtId, lastServedName, publishedDir, snapshotDir } from '#lib/snapshot/paths'
import { flush } from './flush'

/** The snapshot that the site of this repository was built with, or else would be. */
export const builtSnapshot = () => {
  const ofSite = join('.next/standalone', snapshotDir)
  return existsSync(ofSite) ? ofSite : snapshotDir
}

/** The folder with published snapshots below `DATA_DIR`. */
export const publishedFolder = () => resolve(dataDir(), publishedDir)

export const dataDir = () => resolve(process.env.DATA_DIR || '.data')

/** The snapshot that serves. Throws when no site was ever built here. */
export const getCurrent = (): CurrentSnapshot => findCurrent(builtSnapshot(), dataDir())

/**
 * Lets a snapshot serve, from one moment to the next: servers see the pointer before or the new one, never half.
 * Throws when they cannot follow it.
 */
export function choose(id: string, since: Date): void {
  const pointer: Pointer = { id, since: since.toISOString() }
  mkdirSync(publishedFolder(), { recursive: true })
  const before = getCurrent()
  // Where nobody can tell which one serves, servers may answer from any.
  const leaving = before.error ? listPublished(dataDir()) : [before].filter((current) => current.id !== builtId)
  for (const snapshot of leaving) writeLastServed(snapshot.id, { at: new Date().toISOString() })
  writeWhole(pointerFile(dataDir()), pointer)
  const current = getCurrent()
  if (current.id !== id) throw new Error(current.error ?? `Snapshot ${id} is older than the build of the site`)
}

/** Notes in a published snapshot when it last served. */
export const writeLastServed = (id: string, lastServed: LastServed) =>
  writeWhole(join(publishedFolder(), id, lastServedName), lastServed)

/** Whoever reads the file meanwhile gets what was in it before; after a loss of power it holds one or the other. */
function writeWhole(file: string, content: Pointer | LastServed): void {
  writeFileSync(`${file}.next`, JSON.stringify(content), { flush: true })
  renameSync(`${file}.next`, file)
  flush(dirname(file))
}

/**
 * Now, or as much later as a snapshot must be that shall count as newer than all that served before, though the clock
 * was put back.
 */
export function toNextMoment(now: Date): Date {
  const earlier = [getCurrent().since, builtManifest().madeAt, ...listPublished(dataDir()).map(({ madeAt }) => madeAt)]
  return new Date(Math.max(+now, ...earlier.map((time) => Date.parse(time) + 1)))
}

/** The snapshot that served before the one that serves now, if it is still there and of the code of the build. */
export function findPrevious(): string | undefined {
  const built = builtManifest()
  const { madeAt } = manifestOf(getCurrent().folder)
  return [{ id: builtId, ...built }, ...listPublished(dataDir(), built.rules)]
    .filter((snapshot) => snapshot.madeAt < madeAt)
    .sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1))
    .at(-1)?.id
}

/** `2024-11-22T09-30-00.000Z`: a name for a folder on any disk. */
export const toId = (time: Date) => time.toISOString().replaceAll(':', '-')

const builtManifest = () => manifestOf(builtSnapshot())

/** When and by what code a snapshot was made. Throws where there is none. */
export function manifestOf(folder: string): Manifest {
  const manifest = readManifest(folder)
  if (!manifest) throw new Error(`There is no snapshot in ${folder}. Run "npm run build"`)
  return manifest
}
