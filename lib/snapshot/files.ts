import { existsSync, readFileSync, statSync } from 'node:fs'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { logError } from '#lib/runtime/log'
import { Unavailable } from '#lib/runtime/unavailable'
import type { CompiledBody, StoryQuotation } from '#lib/types'
import { indexFile, inRoot, readIndex, readSnapshot } from './load'
import { builtId, searchIndexName, snapshotDir, sourcesName } from './paths'

/** The documents that have bodies. */
export type BodyFolder = 'articles' | 'topics' | 'authors' | 'people' | 'pages'

/** Whether the last file of the current snapshot could not be read. */
let isUnreadable = false

/**
 * A function on Vercel gets the files that tracing sees, which sees through no name: there `snapshotDir` stands in
 * words. Elsewhere tracing must not see it, as it costs more than all else of a build where stories are many.
 */
const inBuilt = (path: string) =>
  process.env.VERCEL ? join(process.cwd(), '.contentlayer/snapshot', path) : inRoot(join(snapshotDir, path))

function inSnapshot(path: string): string {
  const { id, folder } = readSnapshot()
  return id === builtId ? inBuilt(path) : join(/* turbopackIgnore: true */ folder, path)
}

/**
 * A document's compiled body; the document must exist. Like all that reads a file here it throws `Unavailable` while the
 * snapshot cannot be read.
 */
export const readBody = (folder: BodyFolder, slug: string): CompiledBody =>
  JSON.parse(read(`bodies/${folder}/${slug}.json`, readText))

/** A person's quotations in all stories, public or not. */
export function readQuotations(person: string): StoryQuotation[] {
  const isQuoted = () => readIndex().articles.some(({ people }) => people.includes(person))
  const text = read(`quotations/${person}.json`, (file) => (existsSync(file) || isQuoted() ? readText(file) : '[]'))
  return JSON.parse(text)
}

/** An original picture of the current snapshot. */
export const readPhoto = (photo: string): Promise<Buffer> => {
  const file = inSnapshot(photo)
  return readFile(/* turbopackIgnore: true */ file).then(noteReadable, (error) => refuse(photo, error))
}

/** The same as an open file, which the caller closes. */
export const openPhoto = (photo: string): Promise<FileHandle> => {
  const file = inSnapshot(photo)
  return open(/* turbopackIgnore: true */ file).then(noteReadable, (error) => refuse(photo, error))
}

/** The SHA-256 of a picture of the current snapshot in base64url, as it was when the snapshot was made. */
export function getPhotoHash(photo: string): string {
  const snapshot = readSnapshot()
  snapshot.photoHashes ??= new Map(
    Object.entries<string>(JSON.parse(read(sourcesName, readText))).filter(([name]) => name.startsWith('photos/')),
  )
  const hash = snapshot.photoHashes.get(photo)
  if (!hash) throw new Error(`${photo} is not in ${sourcesName}`)
  return hash
}

/** How many bytes a picture of the current snapshot has. */
export const readPhotoBytes = (photo: string): number => read(photo, (file) => statSync(file).size)

/** Where the search index of the current snapshot lies. */
export const searchIndexFile = () => inSnapshot(searchIndexName)

const readText = (file: string) => readFileSync(file, 'utf8')

/** Reads a file of the current snapshot. */
function read<T>(path: string, reader: (file: string) => T): T {
  try {
    return noteReadable(reader(inSnapshot(path)))
  } catch (error) {
    return refuse(path, error as Error)
  }
}

function noteReadable<T>(content: T): T {
  isUnreadable = false
  return content
}

/**
 * A snapshot that lacks a file is an error as any other. One that cannot be read at all may be back in a moment; the
 * operator is told of the first of several files in a row.
 */
function refuse(path: string, error: Error): never {
  if (existsSync(indexFile(readSnapshot().folder))) throw error
  if (!isUnreadable) logError('What is shown cannot be read', { error: error.message })
  isUnreadable = true
  throw new Unavailable(`${path} cannot be read: ${error.message}`)
}
