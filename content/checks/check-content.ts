import { existsSync } from 'node:fs'
import { contentDir, folders } from '../content-dir'
import { checkArticles } from './check-articles'
import { type CheckedDocument, checkDocument } from './check-document'
import { checkPublication } from './check-publication'
import { checkReferences } from './check-references'
import { byPlace, type Fault, wholeFile } from './fault'
import type { Known } from './known'
import { listFiles } from './list-files'
import { listPhotos } from './list-photos'

/** Reads every file of the content folder and returns all that is wrong, in order of place, and how many it read. */
export async function checkContent(now: Date): Promise<{ faults: Fault[]; documents: number }> {
  if (!existsSync(contentDir())) {
    const message = `the folder ${contentDir()} does not exist. Set CONTENT_DIR to the folder with the words`
    return { faults: [{ file: '.', ...wholeFile, field: 'CONTENT_DIR', message }], documents: 0 }
  }
  const listed = listFiles()
  const checked = listed.files.map(checkDocument)
  const documents = checked.map(({ document }) => document)
  const known: Known = { documents: byFolder(documents), photos: await listPhotos(), now }
  const faults = [
    ...listed.faults,
    ...checked.flatMap(({ faults }) => faults),
    ...documents.flatMap((document) => checkReferences(document, known)),
    ...checkArticles(known),
    ...checkPublication(known),
  ]
  return { faults: faults.sort(byPlace), documents: documents.length }
}

function byFolder(documents: CheckedDocument[]): Known['documents'] {
  const slugs = (folder: string) =>
    new Map(documents.filter((document) => document.folder === folder).map((document) => [document.slug, document]))
  return Object.fromEntries(folders.map((folder) => [folder, slugs(folder)])) as Known['documents']
}
