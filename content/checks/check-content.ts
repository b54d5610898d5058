import { existsSync, statSync } from 'node:fs'
import { contentDir, folders } from '../content-dir'
import { checkArticles } from './check-articles'
import { type CheckedDocument, checkDocument, unreadable } from './check-document'
import { checkHistory } from './check-history'
import { checkPublication } from './check-publication'
import { checkQuotations } from './check-quotations'
import { checkReferences } from './check-references'
import { byPlace, type Fault, wholeFile } from './fault'
import { type KeptResults, openKeptResults } from './kept-results'
import type { Known } from './known'
import { type ListedFile, listFiles } from './list-files'
import { listPhotos } from './list-photos'
import { readText } from './read-text'

/**
 * Reads every file of the content folder and returns all that is wrong, in order of place, and how many it read. With
 * `since`, a commit of git, it also finds what may not have changed since then.
 */
export async function checkContent(now: Date, since?: string): Promise<{ faults: Fault[]; documents: number }> {
  if (!existsSync(contentDir()) || !statSync(contentDir()).isDirectory()) {
    const message = `${contentDir()} is not a folder. Set CONTENT_DIR to the folder with the words`
    return { faults: [{ file: '.', ...wholeFile, field: 'CONTENT_DIR', message }], documents: 0 }
  }
  const listed = listFiles()
  const kept = openKeptResults<CheckedDocument>()
  const documents = listed.files.map((file) => readDocument(file, kept))
  kept.save()
  const byFolderAndSlug = byFolder(documents)
  const publication = checkPublication(byFolderAndSlug)
  const known: Known = { documents: byFolderAndSlug, photos: await listPhotos(), zone: publication.zone, now }
  const faults = [
    ...listed.faults,
    ...documents.flatMap((document) => [...document.faults, ...checkReferences(document, known)]),
    ...checkArticles(known),
    ...checkQuotations(known),
    ...publication.faults,
    ...(since === undefined ? [] : checkHistory(since, known)),
  ]
  return { faults: faults.sort(byPlace), documents: documents.length }
}

function readDocument(listed: ListedFile, kept: KeptResults<CheckedDocument>): CheckedDocument {
  const read = readText(listed.file)
  if ('message' in read) return unreadable(listed, 'file', read.message)
  return kept.get(listed.file, read.text, () => checkDocument(listed, read.text))
}

function byFolder(documents: CheckedDocument[]): Known['documents'] {
  const slugs = (folder: string) =>
    new Map(documents.filter((document) => document.folder === folder).map((document) => [document.slug, document]))
  return Object.fromEntries(folders.map((folder) => [folder, slugs(folder)])) as Known['documents']
}
