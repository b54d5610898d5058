import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Words } from '#content/checks/check-content'
import { generationDir } from '#lib/generation'
import { openBase } from './base-generation'
import { holdLock } from './hold-lock'
import { writeGeneration } from './write-generation'
import { writeMaking } from './write-making'

/** The content step: makes checked words into the folder that the site reads, and puts it in place when it is whole. */
export async function buildContent(words: Words): Promise<void> {
  const next = `${generationDir}.next`
  const lock = await holdLock('.contentlayer')
  await writeGeneration(next, openBase(generationDir), words)
  writeMaking(next, new Date())
  await putInPlace(next)
  lock.release()
}

/** Puts a finished generation in the place of the one before. */
async function putInPlace(next: string): Promise<void> {
  const old = `${generationDir}.old`
  await rm(old, { recursive: true, force: true })
  if (existsSync(generationDir)) await rename(generationDir, old)
  await rename(next, generationDir)
  await rm(old, { recursive: true, force: true })
}
