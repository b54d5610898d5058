import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtId, makingName, publishedDir } from './generation'

/** When a generation was made, in ISO 8601, and a key of the code that made it. */
export type Making = { madeAt: string; rules: string }

/** Which generation shall serve, and since when, in ISO 8601. */
export type Choice = { id: string; since: string }

const choiceName = 'serving.json'

/** Where the publisher says which generation shall serve. */
export const choiceFile = (dataDir: string) => join(dataDir, publishedDir, choiceName)

export const readChoice = (dataDir: string) => readJson<Choice>(choiceFile(dataDir))

export const readMaking = (folder: string) => readJson<Making>(join(folder, makingName))

/** A generation that serves: its folder, its id, and when it began to. */
export type Serving = Choice & { folder: string }

/**
 * The generation that serves: what the publisher chose last, unless the site was built anew since, or by other code
 * than that generation. `built` is the folder of the generation that the site was built with.
 */
export function findServing(built: string, dataDir: string): Serving {
  const making = readMaking(built)
  if (!making) throw new Error(`There is no generation in ${built}. Run "npm run build"`)
  const ofBuild = { id: builtId, since: making.madeAt, folder: built }
  const choice = readChoice(dataDir)
  if (!choice || choice.since < making.madeAt) return ofBuild
  if (choice.id === builtId) return { ...ofBuild, since: choice.since }
  const folder = join(dataDir, publishedDir, choice.id)
  return readMaking(folder)?.rules === making.rules ? { ...choice, folder } : ofBuild
}

const readJson = <T>(file: string): T | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
