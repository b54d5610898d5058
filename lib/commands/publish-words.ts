import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { rulesKey } from '#content/rules-key'
import { generationDir } from '#lib/generation'
import { readMaking } from '#lib/serving'
import { openBase } from './base-generation'
import { getSoundWords } from './check-content'
import { describeChanges } from './describe-changes'
import { holdLock } from './hold-lock'
import { builtGeneration, choose, getServing, publishedFolder, removeOld, toId } from './published'
import { writeGeneration } from './write-generation'
import { writeMaking } from './write-making'

/**
 * Brings running sites up to date with the words, or changes nothing: a generation serves once it is whole. Says what
 * changed, and returns whether the words that serve are now those of the content folder.
 */
export async function publishWords(): Promise<boolean> {
  const built = readMaking(builtGeneration())
  if (built && built.rules !== rulesKey()) {
    console.error(
      'The code changed since the site was built, so it could not read what is published. Run "npm run build".',
    )
    return false
  }
  const lock = await holdLock(publishedFolder())
  try {
    return await publishLocked()
  } finally {
    lock.release()
  }
}

async function publishLocked(): Promise<boolean> {
  removeOld()
  const words = await getSoundWords()
  if (!words) {
    console.error('Nothing was published; what served before goes on.')
    return false
  }
  const serving = getServing()
  const base = openBase(serving?.folder ?? generationDir)
  const now = new Date()
  const id = toId(now)
  const folder = join(publishedFolder(), id)
  const next = `${folder}.next`
  const work = await holdLock('.contentlayer')
  const { sources } = await writeGeneration(next, base, words).finally(() => work.release())
  const { isSame, message } = describeChanges(base.sources, sources)
  if (isSame) {
    rmSync(next, { recursive: true })
    console.log(`Nothing changed. Generation ${serving?.id} serves.`)
    return true
  }
  writeMaking(next, now)
  renameSync(next, folder)
  choose(id, new Date())
  removeOld()
  console.log(`${message} Generation ${id} serves.`)
  return true
}
