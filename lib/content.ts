import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { searchIndexName } from './generation'
import { oncePerProcess } from './once-per-process.mjs'
import type { CompiledBody, Index, StoryQuotation } from './types'

/** The documents that have bodies. */
export type BodyFolder = 'articles' | 'topics' | 'authors' | 'people' | 'pages'

/** `generationDir`, as words: a function on Vercel gets the files that tracing sees, and it sees through no name. */
const inGeneration = (path: string) => join(process.cwd(), '.contentlayer/generation', path)

/** For how many milliseconds a generation is taken for the current one without another look. */
const patience = process.env.NODE_ENV === 'development' ? 0 : 1000

type Loaded = { index: Index; version: string; madeAt: Date; checkedAt: number }

const shared = oncePerProcess('index', () => ({ loaded: undefined as Loaded | undefined }))

/** The one door to generated content: the index of the current generation, looked for anew once a second. */
export const readIndex = (): Index => load().index

/** When the current generation was made. */
export const readGenerationTime = (): Date => load().madeAt

function load(): Loaded {
  const time = performance.now()
  const { loaded } = shared
  if (loaded && time - loaded.checkedAt < patience) return loaded
  const file = inGeneration('index.json')
  const { mtime, ino } = statSync(file)
  const version = `${ino}-${+mtime}`
  const index = loaded?.version === version ? loaded.index : (JSON.parse(readFileSync(file, 'utf8')) as Index)
  shared.loaded = { index, version, madeAt: mtime, checkedAt: time }
  return shared.loaded
}

/** A document's compiled body; the document must exist. */
export const readBody = (folder: BodyFolder, slug: string): CompiledBody =>
  JSON.parse(readFileSync(inGeneration(`bodies/${folder}/${slug}.json`), 'utf8'))

/** A person's quotations in all stories, public or not. */
export function readQuotations(person: string): StoryQuotation[] {
  const file = inGeneration(`quotations/${person}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

/** Where a picture of the current generation lies. */
export const photoFile = (photo: string) => inGeneration(photo)

/** How many bytes a picture of the current generation has. */
export const readPhotoBytes = (photo: string): number => statSync(photoFile(photo)).size
/** Where the search index of the current generation lies. */
export const searchIndexFile = () => inGeneration(searchIndexName)
