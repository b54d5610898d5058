import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { generationDir, searchIndexName } from './generation'
import type { CompiledBody, Index, StoryQuotation } from './types'

/** The documents that have bodies. */
export type BodyFolder = 'articles' | 'topics' | 'authors' | 'people' | 'pages'

const inGeneration = (...path: string[]) => join(/* turbopackIgnore: true */ process.cwd(), generationDir, ...path)

/** For how many milliseconds a generation is taken for the current one without another look. */
const patience = process.env.NODE_ENV === 'development' ? 0 : 1000

let loaded: { index: Index; version: string; checkedAt: number } | undefined

/** The one door to generated content: the index of the current generation, looked for anew once a second. */
export function readIndex(): Index {
  const time = performance.now()
  if (loaded && time - loaded.checkedAt < patience) return loaded.index
  const file = inGeneration('index.json')
  const { mtimeMs, ino } = statSync(file)
  const version = `${ino}-${mtimeMs}`
  const index = loaded?.version === version ? loaded.index : (JSON.parse(readFileSync(file, 'utf8')) as Index)
  loaded = { index, version, checkedAt: time }
  return index
}

/** A document's compiled body; the document must exist. */
export const readBody = (folder: BodyFolder, slug: string): CompiledBody =>
  JSON.parse(readFileSync(inGeneration('bodies', folder, `${slug}.json`), 'utf8'))

/** A person's quotations in all stories, public or not. */
export function readQuotations(person: string): StoryQuotation[] {
  const file = inGeneration('quotations', `${person}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

/** Where a picture of the current generation lies. */
export const photoFile = (photo: string) => inGeneration(photo)

/** Where the search index of the current generation lies. */
export const searchIndexFile = () => inGeneration(searchIndexName)
