import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  type Choice,
  choiceFile,
  findServing,
  type Leaving,
  listPublished,
  type Making,
  readMaking,
  type Serving,
} from '#lib/snapshot/current'
import { builtId, generationDir, leavingName, publishedDir } from '#lib/snapshot/paths'
import { flush } from './flush'

/** The generation that the site of this repository was built with, or else would be. */
export const builtGeneration = () => {
  const ofSite = join('.next/standalone', generationDir)
  return existsSync(ofSite) ? ofSite : generationDir
}

/** The folder with published generations below `DATA_DIR`. */
export const publishedFolder = () => resolve(dataDir(), publishedDir)

export const dataDir = () => resolve(process.env.DATA_DIR || '.data')

/** The generation that serves. Throws when no site was ever built here. */
export const getServing = (): Serving => findServing(builtGeneration(), dataDir())

/**
 * Lets a generation serve, from one moment to the next: servers see the choice before or the new one, never half.
 * Throws when they cannot follow it.
 */
export function choose(id: string, since: Date): void {
  const choice: Choice = { id, since: since.toISOString() }
  mkdirSync(publishedFolder(), { recursive: true })
  const before = getServing()
  // Where nobody can tell which one serves, servers may answer from any.
  const leaving = before.fault ? listPublished(dataDir()) : [before].filter((serving) => serving.id !== builtId)
  for (const generation of leaving) writeLeaving(generation.id, { at: new Date().toISOString() })
  writeWhole(choiceFile(dataDir()), choice)
  const serving = getServing()
  if (serving.id !== id) throw new Error(serving.fault ?? `Generation ${id} is older than the build of the site`)
}

/** Notes in a published generation when it last served. */
export const writeLeaving = (id: string, leaving: Leaving) =>
  writeWhole(join(publishedFolder(), id, leavingName), leaving)

/** Whoever reads the file meanwhile gets what was in it before; after a loss of power it holds one or the other. */
function writeWhole(file: string, content: Choice | Leaving): void {
  writeFileSync(`${file}.next`, JSON.stringify(content), { flush: true })
  renameSync(`${file}.next`, file)
  flush(dirname(file))
}

/**
 * Now, or as much later as a generation must be that shall count as newer than all that served before, though the clock
 * was put back.
 */
export function toNextMoment(now: Date): Date {
  const earlier = [getServing().since, builtMaking().madeAt, ...listPublished(dataDir()).map(({ madeAt }) => madeAt)]
  return new Date(Math.max(+now, ...earlier.map((time) => Date.parse(time) + 1)))
}

/** The generation that served before the one that serves now, if it is still there and of the code of the build. */
export function findPrevious(): string | undefined {
  const built = builtMaking()
  const { madeAt } = makingOf(getServing().folder)
  return [{ id: builtId, ...built }, ...listPublished(dataDir(), built.rules)]
    .filter((generation) => generation.madeAt < madeAt)
    .sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1))
    .at(-1)?.id
}

/** `2024-11-22T09-30-00.000Z`: a name for a folder on any disk. */
export const toId = (time: Date) => time.toISOString().replaceAll(':', '-')

const builtMaking = () => makingOf(builtGeneration())

/** When and by what code a generation was made. Throws where there is none. */
export function makingOf(folder: string): Making {
  const making = readMaking(folder)
  if (!making) throw new Error(`There is no generation in ${folder}. Run "npm run build"`)
  return making
}
