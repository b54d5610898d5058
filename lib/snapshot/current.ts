import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtId, leavingName, makingName, publishedDir } from './paths'

/** When a generation was made, in ISO 8601, and a key of the code that made it. */
export type Making = { madeAt: string; rules: string }

/** Which generation shall serve, and since when, in ISO 8601. */
export type Choice = { id: string; since: string }

/** When a published generation last served, in ISO 8601, and whether it shall never serve again. */
export type Leaving = { at: string; isDropped?: boolean }

const choiceName = 'serving.json'

/** Where the publisher says which generation shall serve. */
export const choiceFile = (dataDir: string) => join(dataDir, publishedDir, choiceName)

/** When and by what code a generation was made; nothing where there is none. Throws when that cannot be read. */
export const readMaking = (folder: string) => readJson<Making>(join(folder, makingName))

/** When a published generation last served; nothing where it never did, or serves for the first time. */
export const readLeaving = (folder: string) => readJson<Leaving>(join(folder, leavingName))

/**
 * A generation that serves: its folder, its id, and when it began to. `fault` says why it is not the one that was
 * published last.
 */
export type Serving = Choice & { folder: string; fault?: string }

/**
 * The generation that serves: what the publisher chose last, unless the site was built anew since. `built` is the folder
 * of the generation that the site was built with. Where the choice cannot be followed, it is the newest that can serve.
 * Throws when the folder cannot be read: then nobody knows what was withdrawn since the build.
 */
export function findServing(built: string, dataDir: string): Serving {
  const making = readMaking(built)
  if (!making) throw new Error(`There is no generation in ${built}. Run "npm run build"`)
  const ofBuild = { id: builtId, since: making.madeAt, folder: built }
  try {
    const choice = readJson<Choice>(choiceFile(dataDir))
    if (!choice || choice.since < making.madeAt) return ofBuild
    return choice.id === builtId ? { ...ofBuild, since: choice.since } : follow(choice, dataDir, making)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw error
    return { ...(newestPublished(dataDir, making) ?? ofBuild), fault: (error as Error).message }
  }
}

function follow({ id, since }: Choice, dataDir: string, { rules }: Making): Serving {
  const folder = publishedFolder(dataDir, id)
  const made = readMaking(folder)
  if (!made) throw new Error(`Generation ${id} is not there`)
  if (made.rules !== rules) throw new Error(`Generation ${id} was made by other code than this site`)
  return { id, since, folder }
}

function newestPublished(dataDir: string, { rules, madeAt }: Making): Serving | undefined {
  try {
    const newest = listPublished(dataDir, rules).findLast((published) => published.madeAt > madeAt)
    return newest && { id: newest.id, since: newest.madeAt, folder: publishedFolder(dataDir, newest.id) }
  } catch {
    return undefined
  }
}

/** Published generations that may serve, the oldest first; ids are the times they were made. With `rules`, those of that code. */
export function listPublished(dataDir: string, rules?: string): (Making & { id: string })[] {
  const folder = join(dataDir, publishedDir)
  const ids =
    readIfThere(() => readdirSync(/* turbopackIgnore: true */ folder))?.filter((name) => /^\d.*Z$/.test(name)) ?? []
  const made = ids.sort().flatMap((id) => {
    const making = readMaking(join(folder, id))
    return making && !readLeaving(join(folder, id))?.isDropped ? { id, ...making } : []
  })
  return made.filter((making) => rules === undefined || making.rules === rules)
}

const publishedFolder = (dataDir: string, id: string) => join(dataDir, publishedDir, id)

const readJson = <T>(file: string): T | undefined =>
  readIfThere(() => {
    const text = readFileSync(/* turbopackIgnore: true */ file, 'utf8')
    try {
      return JSON.parse(text) as T
    } catch {
      throw new Error(`${file} is damaged`)
    }
  })

/** Only what is not there is nothing: what may not be read is a fault. */
function readIfThere<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    return undefined
  }
}
