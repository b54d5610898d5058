import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Words } from '#content/checks/check-content'
import { generationDir } from '#lib/generation'
import { openBase } from './base-generation'
import { writeGeneration } from './write-generation'

/** The content step: makes checked words into the folder that the site reads, and puts it in place when it is whole. */
export async function buildContent(words: Words): Promise<void> {
  const next = `${generationDir}.next`
  await writeGeneration(next, openBase(generationDir), words)
  await putInPlace(next)
}

/** Puts a finished generation in the place of the one before. */
async function putInPlace(next: string): Promise<void> {
  const old = `${generationDir}.old`
  await rm(old, { recursive: true, force: true })
  if (existsSync(generationDir)) await rename(generationDir, old)
  await rename(next, generationDir)
  await rm(old, { recursive: true, force: true })
}
