import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { listPublished, pointerName, readLastServed, readManifest } from '#lib/snapshot/current'
import { dataDir, getCurrent, manifestOf, publishedFolder, writeLastServed } from './published-snapshots'

/** How many published snapshots to keep. */
const keptSnapshots = 3

/**
 * For how many milliseconds a snapshot stays on disk after it last served. Servers look for a newer one five times a
 * second, and a request that began with the one before may last a minute.
 */
const graceMs = 120_000

/**
 * Removes unfinished snapshots of killed publishers, and snapshots that were taken back or are older than the last three, once
 * no server can be using them any more. The caller holds the lock of the folder.
 */
export function removeOld(now: Date): void {
  if (!existsSync(publishedFolder())) return
  const current = getCurrent()
  const { madeAt } = manifestOf(current.folder)
  const listed = listPublished(dataDir())
  const notTakenBack = listed.filter((snapshot) => snapshot.madeAt <= madeAt)
  // If the current snapshot is unknown, keep all.
  const staying = current.error ? listed : notTakenBack.slice(-keptSnapshots)
  const stay = new Set([...staying.map(({ id }) => id), pointerName, 'lock.db'])
  for (const name of readdirSync(publishedFolder())) {
    if (!stay.has(name) && !dropUnlessOver(name, now)) {
      rmSync(join(publishedFolder(), name), { recursive: true, force: true })
    }
  }
}

/** Marks a snapshot as dropped. Returns false if it may be removed now: it is incomplete, or unused for long enough. */
function dropUnlessOver(name: string, now: Date): boolean {
  const folder = join(publishedFolder(), name)
  if (!name.endsWith('Z') || !readManifest(folder)) return false
  const lastServed = readLastServed(folder)
  // If the clock went backwards, do not keep it longer.
  const at = Math.min(+now, lastServed ? Date.parse(lastServed.at) : +now)
  if (+now - at > graceMs) return false
  const dropped = { at: new Date(at).toISOString(), isDropped: true }
  if (!lastServed?.isDropped || lastServed.at !== dropped.at) writeLastServed(name, dropped)
  return true
}
