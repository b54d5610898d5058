import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Words } from '#content/checks/check-content'
import { generationDir, searchIndexName } from '#lib/snapshot/paths'
import { openBase } from './base-snapshot'
import { holdLock } from './hold-lock'
import { keepIndex } from './kept-search-index'
import { writeMaking } from './write-making'
import { writeGeneration } from './write-snapshot'

const [next, old] = [`${generationDir}.next`, `${generationDir}.old`]

/** The content step: makes checked words into the folder that the site reads, and puts it in place when it is whole. */
export async function buildContent(words: Words): Promise<void> {
  const lock = await holdLock('.contentlayer')
  await removeHalfBuilt()
  const now = new Date()
  await writeGeneration(next, openBase(generationDir), words, now)
  writeMaking(next, now)
  keepIndex(join(next, searchIndexName), true)
  await putInPlace(next)
  lock.release()
}

/** Removes what a build left that was killed. The caller holds the lock of `.contentlayer`. */
export async function removeHalfBuilt(): Promise<void> {
  if (existsSync(old) && !existsSync(generationDir)) await rename(old, generationDir)
  for (const folder of [next, old]) await rm(folder, { recursive: true, force: true })
}

/** Puts a finished generation in the place of the one before. */
async function putInPlace(finished: string): Promise<void> {
  if (existsSync(generationDir)) await rename(generationDir, old)
  await rename(finished, generationDir)
  await rm(old, { recursive: true, force: true })
}
