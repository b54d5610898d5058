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

/** The snapshot that the built site contains, or the one that the next build would take. */
export const builtSnapshot = () => {
  const ofSite = join('.next/standalone', snapshotDir)
  return existsSync(ofSite) ? ofSite : snapshotDir
}

/** The folder with published snapshots below `DATA_DIR`. */
export const publishedFolder = () => resolve(dataDir(), publishedDir)

export const dataDir = () => resolve(process.env.DATA_DIR || '.data')

/** The current snapshot. Throws if no site was built here yet. */
export const getCurrent = (): CurrentSnapshot => findCurrent(builtSnapshot(), dataDir())

/**
 * Makes a snapshot current by replacing the pointer: servers read either the old pointer or the new one. Throws if servers
 * could not follow it.
 */
export function choose(id: string, since: Date): void {
  const pointer: Pointer = { id, since: since.toISOString() }
  mkdirSync(publishedFolder(), { recursive: true })
  const before = getCurrent()
  // If the current snapshot is unknown, servers may be using any of them.
  const leaving = before.error ? listPublished(dataDir()) : [before].filter((current) => current.id !== builtId)
  for (const snapshot of leaving) writeLastServed(snapshot.id, { at: new Date().toISOString() })
  writeWhole(pointerFile(dataDir()), pointer)
  const current = getCurrent()
  if (current.id !== id) throw new Error(current.error ?? `Snapshot ${id} is older than the build of the site`)
}

/** Notes in a published snapshot when it last served. */
export const writeLastServed = (id: string, lastServed: LastServed) =>
  writeWhole(join(publishedFolder(), id, lastServedName), lastServed)

/** Replaces a file atomically. After a loss of power it holds the old or the new content. */
function writeWhole(file: string, content: Pointer | LastServed): void {
  writeFileSync(`${file}.next`, JSON.stringify(content), { flush: true })
  renameSync(`${file}.next`, file)
  flush(dirname(file))
}

/**
 * The current time. If the clock went backwards, it is the time of the newest snapshot plus 1 ms.
 */
export function toNextMoment(now: Date): Date {
  const earlier = [getCurrent().since, builtManifest().madeAt, ...listPublished(dataDir()).map(({ madeAt }) => madeAt)]
  return new Date(Math.max(+now, ...earlier.map((time) => Date.parse(time) + 1)))
}

/** The snapshot before the current one, if it still exists and was made by the code of the build. */
export function findPrevious(): string | undefined {
  const built = builtManifest()
  const { madeAt } = manifestOf(getCurrent().folder)
  return [{ id: builtId, ...built }, ...listPublished(dataDir(), built.rules)]
    .filter((snapshot) => snapshot.madeAt < madeAt)
    .sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1))
    .at(-1)?.id
}

/** `2024-11-22T09-30-00.000Z`: a folder name that is valid on any file system. */
export const toId = (time: Date) => time.toISOString().replaceAll(':', '-')

const builtManifest = () => manifestOf(builtSnapshot())

/** When and by what code a snapshot was made. Throws where there is none. */
export function manifestOf(folder: string): Manifest {
  const manifest = readManifest(folder)
  if (!manifest) throw new Error(`There is no snapshot in ${folder}. Run "npm run build"`)
  return manifest
}
