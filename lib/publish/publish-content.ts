import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { rulesKey } from '#content/build-cache/rules-key'
import type { Content } from '#content/checks/check-content'
import { readManifest } from '#lib/snapshot/current'
import { manifestName, searchIndexName, sourcesName } from '#lib/snapshot/paths'
import { type BaseSnapshot, openBase, type Sources } from './base-snapshot'
import { removeHalfBuilt } from './build-content'
import { cacheIndex } from './cached-search-index'
import { describeChanges } from './describe-changes'
import { flush } from './flush'
import { holdLock } from './hold-lock'
import { prunePictureCache } from './prune-picture-cache'
import {
  builtSnapshot,
  choose,
  findPrevious,
  getCurrent,
  publishedFolder,
  toId,
  toNextMoment,
} from './published-snapshots'
import { removeOld } from './remove-old'
import { getValidContent } from './report-errors'
import { writeManifest } from './write-manifest'
import { writeSnapshot } from './write-snapshot'

/**
 * Brings running sites up to date with the content, or changes nothing: a snapshot serves once it is whole. Says what
 * changed, and returns whether what serves is now what the content folder has. Content is checked before other
 * publishers have to wait, and once more where another one was faster.
 */
export const publishContent = (): Promise<boolean> =>
  tellOutcome(async () => {
    for (;;) {
      const before = nameCurrent()
      const content = await getValidContent()
      if (!content) throw new Refusal('There are errors.')
      const message = await alone(async () => (nameCurrent() === before ? publish(content) : undefined))
      if (message) return message
      console.log('Another command published meanwhile. Checking again.')
    }
  })

async function publish(content: Content): Promise<string> {
  removeOld(new Date())
  const current = getCurrent()
  const base = openBase(current.folder)
  const now = toNextMoment(new Date())
  const id = toId(now)
  const folder = join(publishedFolder(), id)
  const next = `${folder}.next`
  try {
    const { sources } = await write(next, base, content, now)
    const { isSame, message } = describeChanges(base.sources, sources)
    if (isSame && !current.error) return `Nothing changed. Snapshot ${current.id} serves.`
    writeManifest(next, now)
    flushNew(next, base.sources, sources)
    renameSync(next, folder)
    choose(id, now)
    return `${message} Snapshot ${id} serves.`
  } finally {
    rmSync(next, { recursive: true, force: true })
    await removeWhatIsOld()
  }
}

/** Writes a snapshot while no other command builds from this content. */
async function write(folder: string, base: BaseSnapshot, content: Content, now: Date) {
  const lock = await holdLock('.contentlayer')
  try {
    await removeHalfBuilt()
    const written = await writeSnapshot(folder, base, content, now)
    cacheIndex(join(folder, searchIndexName), false)
    return written
  } finally {
    lock.release()
  }
}

/** Flushes the new files of a snapshot to disk; linked files are there already. */
function flushNew(folder: string, before: Sources, sources: Sources): void {
  const names = Object.keys(sources).filter((name) => name.includes('/'))
  for (const name of names) if (before[name] !== sources[name]) flush(join(folder, name))
  for (const name of ['index.json', sourcesName, searchIndexName, manifestName]) flush(join(folder, name))
  for (const parent of new Set(names.map((name) => dirname(name)))) flush(join(folder, parent))
  flush(folder)
}

/** Removes old snapshots and pictures. A failure does not undo the publication. */
async function removeWhatIsOld(): Promise<void> {
  try {
    removeOld(new Date())
    await prunePictureCache()
  } catch (error) {
    console.error(`What is old could not be removed: ${(error as Error).message}`)
  }
}

/** Makes the previous snapshot current again. Returns whether there was one. */
export const goBack = (): Promise<boolean> =>
  tellOutcome(() =>
    alone(async () => {
      const previous = findPrevious()
      if (!previous) throw new Refusal('There is no earlier snapshot to go back to.')
      choose(previous, toNextMoment(new Date()))
      return `Snapshot ${previous} serves again.`
    }),
  )

/** A reason to publish nothing that is not a failure of the program. */
class Refusal extends Error {}

/** Does something while holding the publishers' lock. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  const lock = await holdLock(publishedFolder())
  return work().finally(() => lock.release())
}

/** Prints the outcome of a change of the current snapshot. Returns whether it succeeded. */
async function tellOutcome(change: () => Promise<string>): Promise<boolean> {
  try {
    const built = readManifest(builtSnapshot())
    if (!built) throw new Refusal('No site was built here that could read it. Run "npm run build".')
    if (built.rules !== rulesKey())
      throw new Refusal('The code changed since the site was built, so it could not read it. Run "npm run build".')
    // If the folder cannot be written, say so before checking anything.
    mkdirSync(publishedFolder(), { recursive: true })
    console.log(await change())
    return true
  } catch (error) {
    console.error(
      `Nothing was published; what served before goes on. ${error instanceof Refusal ? error.message : error}`,
    )
    return false
  }
}

function nameCurrent(): string {
  const { id, since } = getCurrent()
  return `${id} ${since}`
}
