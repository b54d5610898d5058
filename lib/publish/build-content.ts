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

/** The content step: makes checked content into the folder that the site reads, and puts it in place when it is whole. */
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

/** Removes what a build left that was killed. The caller holds the lock of `.contentlayer`. */
export async function removeHalfBuilt(): Promise<void> {
  if (existsSync(old) && !existsSync(snapshotDir)) await rename(old, snapshotDir)
  for (const folder of [next, old]) await rm(folder, { recursive: true, force: true })
}

/** Puts a finished snapshot in the place of the one before. */
async function putInPlace(finished: string): Promise<void> {
  if (existsSync(snapshotDir)) await rename(snapshotDir, old)
  await rename(finished, snapshotDir)
  await rm(old, { recursive: true, force: true })
}
