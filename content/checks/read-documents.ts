import { join } from 'node:path'
import type { BuildCache } from '#content/build-cache/build-cache'
import { hashOf, rulesKey } from '#content/build-cache/rules-key'
import { contentDir } from '#content/content-dir'
import { fileKinds } from './content-files'
import { fileKey } from './file-key'
import type { ListedFile } from './list-files'
import { readText } from './read-text'

/** A document's file: a key that stands for its name, its text and the rules; and its text, or why there is none. */
export type DocumentFile = ListedFile & { key: string; read: () => string; unreadable: string | undefined }

/** Documents as they were at one moment. */
export function readDocuments(files: ListedFile[], cache: BuildCache, now: Date): DocumentFile[] {
  const unread = files.map((listed) => ({ listed, place: toPlaceKey(listed, now) }))
  const places = unread.flatMap(({ place }) => place ?? [])
  const known = cache.getAll<string>('files', places)
  return unread.map(({ listed, place }) => readDocumentFile(listed, place, known, cache))
}

/** Under what the key of a file is kept that nobody has read yet. */
function toPlaceKey({ file }: ListedFile, now: Date): string | undefined {
  const key = fileKey(join(contentDir(), file), now)
  return key && hashOf(rulesKey(), key)
}

function readDocumentFile(
  listed: ListedFile,
  place: string | undefined,
  keys: Map<string, string>,
  cache: BuildCache,
): DocumentFile {
  const known = place && keys.get(place)
  if (known) return { ...listed, key: known, read: () => readAgain(listed, known), unreadable: undefined }
  const read = readDocument(listed)
  if ('message' in read) return { ...listed, key: '', read: () => '', unreadable: read.message }
  const key = keyOf(listed, read.text)
  if (place) cache.keep('files', place, key)
  return { ...listed, key, read: givesUp(read.text, () => readAgain(listed, key)), unreadable: undefined }
}

const readDocument = ({ file, folder }: ListedFile) => readText(file, fileKinds[folder].maxBytes)

const keyOf = ({ file }: ListedFile, text: string) => hashOf(rulesKey(), file, text)

/** Gives a text and lets go of it, because all texts of an archive take much memory; from then on it is read again. */
function givesUp(text: string, again: () => string): () => string {
  let held: string | undefined = text
  return () => {
    const given = held ?? again()
    held = undefined
    return given
  }
}

/** The text of a file that was known without reading it. Throws when it is no longer that. */
function readAgain(listed: ListedFile, key: string): string {
  const read = readDocument(listed)
  if ('message' in read || keyOf(listed, read.text) !== key) {
    throw new Error(`${listed.file} changed while it was read. Run the command again`)
  }
  return read.text
}
