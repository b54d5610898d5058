import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { compileBody } from '#content/body/compile-body'
import { compiledBodies } from '#content/body/keep-body'
import { parseBody } from '#content/body/parse-body'
import type { Words } from '#content/checks/check-content'
import { withoutMarks } from '#content/checks/check-document'
import type { WordsFile } from '#content/checks/read-words'
import type { Folder } from '#content/content-dir'
import type { KeptResults } from '#content/kept-results'
import { hashOf, rulesKey } from '#content/rules-key'
import { copyCheckedWords } from './copy-checked-words'
import { type GeneratedDocument, slim } from './to-index'

/** A document as Contentlayer typed it, and the file it was made of. */
export type TypedDocument = { file: WordsFile; document: GeneratedDocument }

const types: Record<Folder, string> = {
  articles: 'Article',
  topics: 'Topic',
  authors: 'Author',
  people: 'Person',
  pages: 'Page',
}

/** How many documents Contentlayer gets at a time: it holds several copies of each in memory. */
const batch = 1000

/**
 * Types every document, in the order of their slugs, and the publication's own file. Contentlayer reads only
 * what no earlier run has read.
 */
export async function typeDocuments(
  { files, publication }: Words,
  kept: KeptResults,
): Promise<{ documents: TypedDocument[]; publication: GeneratedDocument }> {
  const publicationKey = hashOf(rulesKey(), 'publication.yaml', publication)
  const keys = files.map(({ key }) => key)
  const known = kept.getAll('documents', keys)
  const fresh = files.filter((file) => !known.has(file.key))
  if (fresh.length > 0 || !kept.get('documents', publicationKey) || !existsSync('.contentlayer/generated/types.d.ts')) {
    for (let start = 0; start === 0 || start < fresh.length; start += batch) {
      await typeAnew(fresh.slice(start, start + batch), publication, publicationKey, kept)
    }
  }
  const documents = files.map((file) => ({
    file,
    document: JSON.parse(known.get(file.key) ?? readKept(file.key, kept)),
  }))
  documents.sort((a, b) => (a.file.slug < b.file.slug ? -1 : a.file.slug > b.file.slug ? 1 : 0))
  return { documents, publication: JSON.parse(readKept(publicationKey, kept)) }
}

async function typeAnew(files: WordsFile[], publication: string, publicationKey: string, kept: KeptResults) {
  // Contentlayer takes over a second to load, which a run without a change is spared.
  const { runContentlayer } = await import('./run-contentlayer')
  await copyCheckedWords(files, publication)
  for (const file of files) compiledBodies.set(`${file.folder}/${file.slug}`, getCompiledBody(file, kept))
  await runContentlayer()
  compiledBodies.clear()
  const keys = new Map(files.map(({ folder, slug, key }) => [`${folder}/${slug}`, key]))
  for (const [folder, type] of Object.entries(types)) {
    for (const document of await readGenerated(type)) {
      const name = `${folder}/${document.slug}`
      const key = keys.get(name)
      if (!key) throw new Error(`Contentlayer made ${name} of a file that it was not given`)
      keys.delete(name)
      kept.keep('documents', key, JSON.stringify(document))
    }
  }
  // Contentlayer can drop a document without a word.
  if (keys.size > 0) throw new Error(`Contentlayer was given ${[...keys.keys()].join(', ')}, but made nothing of it`)
  kept.keep('documents', publicationKey, JSON.stringify((await readGenerated('Publication'))[0]))
}

/** A document's compiled body, which the checks have kept, or else made anew. */
export function getCompiledBody(file: WordsFile, kept: KeptResults): string {
  const known = kept.get('bodies', file.key)
  if (known) return known
  const compiled = compileBody(parseBody(withoutMarks(file.read())).tree)
  kept.keep('bodies', file.key, compiled)
  return compiled
}

async function readGenerated(type: string): Promise<GeneratedDocument[]> {
  const documents = [JSON.parse(await readFile(`.contentlayer/generated/${type}/_index.json`, 'utf8'))].flat()
  return documents.map(({ body, ...fields }) => ({ ...slim(fields), body }))
}

function readKept(key: string, kept: KeptResults): string {
  const document = kept.get('documents', key)
  if (!document) throw new Error('What was kept a moment ago is damaged. Run the command again')
  return document
}
