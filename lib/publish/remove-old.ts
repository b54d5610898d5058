import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { listPublished, pointerName, readLastServed, readManifest } from '#lib/snapshot/current'
import { dataDir, getCurrent, manifestOf, publishedFolder, writeLastServed } from './published-snapshots'

/** How many published snapshots stay. */
const keptSnapshots = 3

/**
 * For how many milliseconds a snapshot stays on disk after it last served. Servers look for a newer one five times a
 * second, and a request that began with the one before may last a minute.
 */
const graceMs = 120_000

/**
 * Removes what killed publishers left behind, what was taken back, and what is older than the last three: of those, only
 * what no server can be answering from any more. The caller holds the lock of the folder.
 */
export function removeOld(now: Date): void {
  if (!existsSync(publishedFolder())) return
  const current = getCurrent()
  const { madeAt } = manifestOf(current.folder)
  const listed = listPublished(dataDir())
  const notTakenBack = listed.filter((snapshot) => snapshot.madeAt <= madeAt)
  // Where nobody can tell which one serves, all stay.
  const staying = current.error ? listed : notTakenBack.slice(-keptSnapshots)
  const stay = new Set([...staying.map(({ id }) => id), pointerName, 'lock.db'])
  for (const name of readdirSync(publishedFolder())) {
    if (!stay.has(name) && !dropUnlessOver(name, now)) {
      rmSync(join(publishedFolder(), name), { recursive: true, force: true })
    }
  }
}

/** Notes that a snapshot shall not serve again; false when it may be removed: it is not whole, or long out of use. */
function dropUnlessOver(name: string, now: Date): boolean {
  const folder = join(publishedFolder(), name)
  if (!name.endsWith('Z') || !readManifest(folder)) return false
  const lastServed = readLastServed(folder)
  // A clock that was put back must not keep it for longer.
  const at = Math.min(+now, lastServed ? Date.parse(lastServed.at) : +now)
  if (+now - at > graceMs) return false
  const dropped = { at: new Date(at).toISOString(), isDropped: true }
  if (!lastServed?.isDropped || lastServed.at !== dropped.at) writeLastServed(name, dropped)
  return true
}
