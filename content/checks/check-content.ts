import { existsSync, statSync } from 'node:fs'
import { type BuildCache, openBuildCache } from '#content/build-cache/build-cache'
import { contentDir, folders } from '#content/content-dir'
import { makeSuggest } from '#content/did-you-mean'
import { checkArticles } from './check-articles'
import { type CheckedDocument, checkDocuments, unreadable } from './check-document'
import { checkHistory } from './check-history'
import { checkPublication } from './check-publication'
import { checkQuotations } from './check-quotations'
import { checkReferences } from './check-references'
import { type ContentError, listErrors, wholeFile } from './content-error'
import type { Known } from './known'
import { type ListedFile, listContent } from './list-files'
import { type ListedPhoto, readPhotos } from './list-photos'
import { type DocumentFile, readDocuments } from './read-documents'

/** A document's file and its front matter. */
export type CheckedFile = DocumentFile & { data: Record<string, unknown> }

/** What was read and found sound: all documents, the publication's own file, and the pictures. */
export type Content = { files: CheckedFile[]; publication: string; photos: Map<string, ListedPhoto> }

/** The errors to list in order of place, how many there are in all, how many documents were read, and what was read. */
type Checked = { errors: ContentError[]; count: number; documents: number; content: Content }

/**
 * Reads every file of the content folder and finds all that is wrong. With `since`, a commit of git, it also finds what
 * may not have changed since then.
 */
export async function checkContent(now: Date, since?: string): Promise<Checked> {
  if (!existsSync(contentDir()) || !statSync(contentDir()).isDirectory()) {
    const message = `${contentDir()} is not a folder. Set CONTENT_DIR to your content folder`
    const content = { files: [], publication: '', photos: new Map() }
    return { errors: [{ file: '.', ...wholeFile, field: 'CONTENT_DIR', message }], count: 1, documents: 0, content }
  }
  const cache = openBuildCache()
  const listed = listContent()
  const files = readDocuments(listed.documents, cache, now)
  const documents = toChecked(files, cache)
  const photos = await readPhotos(listed, cache, now)
  cache.close()
  const byFolderAndSlug = byFolder(documents)
  const suggest = makeSuggest()
  const publication = checkPublication({ documents: byFolderAndSlug, suggest })
  const known: Known = { documents: byFolderAndSlug, photos, zone: publication.zone, now, suggest }
  const errors = [
    ...listed.errors,
    ...documents.flatMap((document) => [...document.errors, ...checkReferences(document, known)]),
    ...checkArticles(known),
    ...checkQuotations(known),
    ...publication.errors,
    ...(since === undefined ? [] : checkHistory(since, known)),
  ]
  const checked = files.map((file, at) => ({ ...file, data: documents[at]?.data ?? {} }))
  const content = { files: checked, publication: publication.text, photos }
  return { errors: listErrors(errors), count: errors.length, documents: documents.length, content }
}

/** How many documents are read and checked at a time. */
const batch = 20

/** What each file says by itself; it is made once for a text and the rules. */
function toChecked(files: DocumentFile[], cache: BuildCache): CheckedDocument[] {
  const known = cache.getAll<CheckedDocument>(
    'checks',
    files.map(({ key }) => key),
  )
  const fresh = files.filter((file) => !file.unreadable && !known.has(file.key))
  const checked = new Map<string, CheckedDocument>()
  for (let start = 0; start < fresh.length; start += batch) {
    const some = fresh.slice(start, start + batch)
    const results = checkDocuments(some.map((file) => ({ listed: toListed(file), text: file.read() })))
    for (const [at, { document, compiled, isFinal }] of results.entries()) {
      const key = some[at]?.key ?? ''
      if (isFinal) cache.keep('checks', key, document)
      if (compiled) cache.keep('bodies', key, compiled)
      checked.set(document.file, document)
    }
  }
  return files.map((file) => {
    if (file.unreadable) return unreadable(toListed(file), 'file', file.unreadable)
    return (checked.get(file.file) ?? known.get(file.key)) as CheckedDocument
  })
}

const toListed = ({ file, folder, slug }: DocumentFile): ListedFile => ({ file, folder, slug })

function byFolder(documents: CheckedDocument[]): Known['documents'] {
  const slugs = (folder: string) =>
    new Map(documents.filter((document) => document.folder === folder).map((document) => [document.slug, document]))
  return Object.fromEntries(folders.map((folder) => [folder, slugs(folder)])) as Known['documents']
}
