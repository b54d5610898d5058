import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { builtId, generationDir, publishedDir } from '#lib/generation'
import { type Choice, choiceFile, findServing, readMaking } from '#lib/serving'

/** How many published generations stay. */
const keptGenerations = 3

/** The generation that the site of this repository was built with, or else would be. */
export const builtGeneration = () => {
  const ofSite = join('.next/standalone', generationDir)
  return existsSync(ofSite) ? ofSite : generationDir
}

/** The folder with published generations below `DATA_DIR`. */
export const publishedFolder = () => resolve(dataDir(), publishedDir)

const dataDir = () => resolve(process.env.DATA_DIR || '.data')

/** The generation that serves, if the site was ever built here. */
export const getServing = () => (readMaking(builtGeneration()) ? findServing(builtGeneration(), dataDir()) : undefined)

/** Ids of published generations that are whole, the oldest first; ids are the times they were made. */
export const listPublished = (): string[] =>
  existsSync(publishedFolder())
    ? readdirSync(publishedFolder())
        .filter((name) => readMaking(join(publishedFolder(), name)) && !name.endsWith('.next'))
        .sort()
    : []

/** Lets a generation serve, from one moment to the next: servers see the choice before or the new one, never half. */
export function choose(id: string, now: Date): void {
  const choice: Choice = { id, since: now.toISOString() }
  const file = choiceFile(dataDir())
  mkdirSync(publishedFolder(), { recursive: true })
  writeFileSync(`${file}.next`, JSON.stringify(choice))
  renameSync(`${file}.next`, file)
}

/** The generation that served before the one that serves now, if it is still there. */
export function findPrevious(): string | undefined {
  const serving = getServing()
  if (!serving) return undefined
  const built = readMaking(builtGeneration())?.madeAt ?? ''
  const timeOf = (id: string) => (id === builtId ? toId(new Date(built)) : id)
  return [...listPublished(), builtId]
    .filter((id) => timeOf(id) < timeOf(serving.id))
    .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
    .at(-1)
}

/** `2024-11-22T09-30-00.000Z`: a name for a folder on any disk. */
export const toId = (time: Date) => time.toISOString().replaceAll(':', '-')

/** Removes what killed publishers left behind, and generations that nobody needs any more. */
export function removeOld(): void {
  const folder = publishedFolder()
  const whole = listPublished()
  const serving = getServing()?.id
  const stay = new Set([...whole.slice(-keptGenerations), serving, 'serving.json', 'lock.db'])
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!stay.has(name)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}
