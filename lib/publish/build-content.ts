import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Content } from '#content/checks/check-content'
import { searchIndexName, snapshotDir } from '#lib/snapshot/paths'
import { openBase } from './base-snapshot'
import { cacheIndex } from './cached-search-index'
import { holdLock } from './hold-lock'
import { writeManifest } from './write-manifest'
import { writeSnapshot } from './write-snapshot'

const [next, old] = [`${snapshotDir}.next`, `${snapshotDir}.old`]

/** The content step: writes a snapshot of checked content, and moves it into place when it is complete. */
export async function buildContent(content: Content): Promise<void> {
  const lock = await holdLock('.contentlayer')
  await removeHalfBuilt()
  const now = new Date()
  await writeSnapshot(next, openBase(snapshotDir), content, now)
  writeManifest(next, now)
  cacheIndex(join(next, searchIndexName), true)
  await putInPlace(next)
  lock.release()
}

/** Removes the unfinished snapshot of a killed build. The caller holds the lock of `.contentlayer`. */
export async function removeHalfBuilt(): Promise<void> {
  if (existsSync(old) && !existsSync(snapshotDir)) await rename(old, snapshotDir)
  for (const folder of [next, old]) await rm(folder, { recursive: true, force: true })
}

/** Replaces the snapshot with a finished one. */
async function putInPlace(finished: string): Promise<void> {
  if (existsSync(snapshotDir)) await rename(snapshotDir, old)
  await rename(finished, snapshotDir)
  await rm(old, { recursive: true, force: true })
}
