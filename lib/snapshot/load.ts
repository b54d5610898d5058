import { AsyncLocalStorage } from 'node:async_hooks'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { logFault, logNotice } from '#lib/runtime/log'
import { Unavailable } from '#lib/runtime/unavailable'
import type { CompiledBody, Index, StoryQuotation } from '#lib/types'
import { choiceFile, findServing, type Serving } from './current'
import { builtId, generationDir, searchIndexName, sourcesName } from './paths'

/** The documents that have bodies. */
export type BodyFolder = 'articles' | 'topics' | 'authors' | 'people' | 'pages'

/** A generation in memory, and the hashes of its pictures once one is needed. */
export type Generation = Serving & { index: Index; photoHashes?: Map<string, string> }

const inRoot = (path: string) => join(/* turbopackIgnore: true */ process.cwd(), path)

/** For how many milliseconds a generation is taken for the current one without another look. */
const recheckMs = process.env.NODE_ENV === 'development' ? 0 : 200

const shared: { loaded?: Generation; checkedAt?: number; fault?: string; isUnreadable?: boolean } = {}

/** Does another process say when there is a newer generation? Else this one looks. */
let isTold = false

/** The generation of a request, from its beginning to its end. */
const pinned = new AsyncLocalStorage<Generation | undefined>()

/** The one door to generated content: the generation of the request, else the current one, looked for five times a second. */
export const readGeneration = (): Generation => pinned.getStore() ?? load()

/** Answers a request from one generation, whatever is published meanwhile. */
export const withinOneGeneration = <T>(answer: () => T): T => pinned.run(load(), answer)

/** Does what may take a client's time: a slow reader would keep the generation in memory. */
export const beyondGeneration = <T>(work: () => T): T => pinned.run(undefined, work)

export const readIndex = (): Index => readGeneration().index

/** When the generation began to serve. */
export const readGenerationTime = (): Date => new Date(readGeneration().since)

/**
 * For a process that shares a port with others: all take a newer generation at the same time, so that no reader sees the
 * one before again. `prepare` reads it and names what it read, `take` answers from it; `name` is of the one in use.
 */
export function takeGenerationsWhenTold(): { name: () => string; prepare: () => string; take: () => void } {
  isTold = true
  let next: Generation | undefined
  return {
    name: nameGeneration,
    prepare() {
      next = look(shared.loaded)
      return toName(next)
    },
    take() {
      if (next) shared.loaded = next
    },
  }
}

/** Names the generation that this process answers from, and what keeps it from a newer one. */
export const nameGeneration = (): string => toName(readGeneration())

const toName = ({ id, since }: Generation) => `${id} ${since} ${shared.fault ?? ''}`

function load(): Generation {
  const time = performance.now()
  const { loaded } = shared
  if (loaded && (isTold || time - (shared.checkedAt ?? 0) < recheckMs)) return loaded
  shared.checkedAt = time
  shared.loaded = look(loaded)
  return shared.loaded
}

/**
 * The generation that serves now. A server goes on with the one in memory while it cannot be told which one that is, and
 * never goes back to an older one on its own; the operator is told.
 */
function look(loaded: Generation | undefined): Generation {
  try {
    const serving = findServing(inRoot(generationDir), dataDir())
    note(serving.fault ?? findLoss(loaded, serving))
    if (loaded && (shared.fault || isSame(loaded, serving))) return loaded
    const index = JSON.parse(readFileSync(indexFile(serving.folder), 'utf8')) as Index
    if (loaded) logNotice('generation', { id: serving.id })
    return { ...serving, index }
  } catch (error) {
    if (!loaded) throw error
    note((error as Error).message)
    return loaded
  }
}

/** Nothing says any more that a published generation shall serve: its folder was removed, renamed or not mounted. */
function findLoss(loaded: Generation | undefined, serving: Serving): string | undefined {
  const isLost = loaded && loaded.id !== builtId && serving.id === builtId && !existsSync(choiceFile(dataDir()))
  return isLost ? `${choiceFile(dataDir())} is gone` : undefined
}

const isSame = (one: Serving, other: Serving) => one.id === other.id && one.since === other.since

const indexFile = (folder: string) => join(/* turbopackIgnore: true */ folder, 'index.json')

/** Why the content that was published last cannot be shown; nothing while it can. */
export const readServingFault = (): string | undefined => shared.fault

/** Tells a fault once, however long it lasts. */
function note(fault: string | undefined): void {
  if (fault && fault !== shared.fault) logFault('What was published last cannot be shown', { error: fault })
  shared.fault = fault
}

/**
 * A function on Vercel gets the files that tracing sees, which sees through no name: there `generationDir` stands in
 * words. Elsewhere tracing must not see it, as it costs more than all else of a build where stories are many.
 */
const inBuilt = (path: string) =>
  process.env.VERCEL ? join(process.cwd(), '.contentlayer/generation', path) : inRoot(join(generationDir, path))

function inGeneration(path: string): string {
  const { id, folder } = readGeneration()
  return id === builtId ? inBuilt(path) : join(/* turbopackIgnore: true */ folder, path)
}

const dataDir = () => resolve(/* turbopackIgnore: true */ process.env.DATA_DIR || '.data')

/**
 * A document's compiled body; the document must exist. Like all that reads a file here it throws `Unavailable` while the
 * generation cannot be read.
 */
export const readBody = (folder: BodyFolder, slug: string): CompiledBody =>
  JSON.parse(read(`bodies/${folder}/${slug}.json`, readText))

/** A person's quotations in all stories, public or not. */
export function readQuotations(person: string): StoryQuotation[] {
  const isQuoted = () => readIndex().articles.some(({ people }) => people.includes(person))
  const text = read(`quotations/${person}.json`, (file) => (existsSync(file) || isQuoted() ? readText(file) : '[]'))
  return JSON.parse(text)
}

/** A picture of the current generation as it was handed in. */
export const readPhoto = (photo: string): Promise<Buffer> => {
  const file = inGeneration(photo)
  return readFile(/* turbopackIgnore: true */ file).then(noteReadable, (error) => refuse(photo, error))
}

/** The same for who reads it piece by piece, and closes it. */
export const openPhoto = (photo: string): Promise<FileHandle> => {
  const file = inGeneration(photo)
  return open(/* turbopackIgnore: true */ file).then(noteReadable, (error) => refuse(photo, error))
}

/** The SHA-256 of a picture of the current generation in base64url, as it was when the generation was made. */
export function getPhotoHash(photo: string): string {
  const generation = readGeneration()
  generation.photoHashes ??= new Map(
    Object.entries<string>(JSON.parse(read(sourcesName, readText))).filter(([name]) => name.startsWith('photos/')),
  )
  const hash = generation.photoHashes.get(photo)
  if (!hash) throw new Error(`${photo} is not in ${sourcesName}`)
  return hash
}

/** How many bytes a picture of the current generation has. */
export const readPhotoBytes = (photo: string): number => read(photo, (file) => statSync(file).size)

/** Where the search index of the current generation lies. */
export const searchIndexFile = () => inGeneration(searchIndexName)

const readText = (file: string) => readFileSync(file, 'utf8')

/** Reads a file of the current generation. */
function read<T>(path: string, reader: (file: string) => T): T {
  try {
    return noteReadable(reader(inGeneration(path)))
  } catch (error) {
    return refuse(path, error as Error)
  }
}

function noteReadable<T>(content: T): T {
  shared.isUnreadable = false
  return content
}

/**
 * A generation that lacks a file is an error as any other. One that cannot be read at all may be back in a moment; the
 * operator is told of the first of several files in a row.
 */
function refuse(path: string, error: Error): never {
  if (existsSync(indexFile(readGeneration().folder))) throw error
  if (!shared.isUnreadable) logFault('What is shown cannot be read', { error: error.message })
  shared.isUnreadable = true
  throw new Unavailable(`${path} cannot be read: ${error.message}`)
}
