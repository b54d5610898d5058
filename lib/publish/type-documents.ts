import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { type CompiledBody, compileBody } from '#content/body/compile-body'
import { parseBody } from '#content/body/parse-body'
import type { BuildCache } from '#content/build-cache/build-cache'
import { hashOf, rulesKey } from '#content/build-cache/rules-key'
import type { CheckedFile, Content } from '#content/checks/check-content'
import { withoutMarks } from '#content/checks/check-document'
import type { Folder } from '#content/content-dir'
import { type GeneratedDocument, slim } from './to-index'
import { toFrontMatterName, writeFrontMatter } from './write-front-matter'

/** A document as Contentlayer typed it, with the facts of its body, and the file it was made of. */
export type TypedDocument = { file: CheckedFile; document: GeneratedDocument }

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
  { files, publication }: Content,
  cache: BuildCache,
): Promise<{ documents: TypedDocument[]; publication: GeneratedDocument }> {
  const publicationKey = hashOf(rulesKey(), 'publication.yaml', publication)
  const keys = files.map(({ key }) => key)
  const known = cache.getAll<GeneratedDocument>('documents', keys)
  const fresh = files.filter((file) => !known.has(file.key))
  if (fresh.length > 0 || !cache.get('documents', publicationKey) || !isTyped()) {
    for (let start = 0; start === 0 || start < fresh.length; start += batch) {
      await typeAnew(fresh.slice(start, start + batch), publication, publicationKey, cache)
    }
  }
  const documents = files.map((file) => ({
    file,
    document: known.get(file.key) ?? readCached(file.key, cache),
  }))
  documents.sort((a, b) => (a.file.slug < b.file.slug ? -1 : a.file.slug > b.file.slug ? 1 : 0))
  return { documents, publication: readCached(publicationKey, cache) }
}

async function typeAnew(files: CheckedFile[], publication: string, publicationKey: string, cache: BuildCache) {
  // Loading Contentlayer takes over a second, so a run without changes does not load it.
  const { runContentlayer } = await import('./run-contentlayer')
  await writeFrontMatter(files, publication)
  await runContentlayer()
  await writeFile(typedBy(), '')
  const typed = new Map<string, object>()
  for (const type of Object.values(types)) {
    for (const { _id: name, ...fields } of await readGenerated(type)) typed.set(name, slim(fields))
  }
  const given = new Set(files.map(toFrontMatterName))
  const strange = [...typed.keys()].find((name) => !given.has(name))
  if (strange) throw new Error(`Contentlayer made ${strange} of a file that it was not given`)
  for (const [at, body] of getCompiledBodies(files, cache).entries()) {
    const file = files[at] as CheckedFile
    const fields = typed.get(toFrontMatterName(file))
    // Contentlayer can drop a document silently.
    if (!fields) throw new Error(`Contentlayer was given ${file.file}, but made nothing of it`)
    const { quotations, photos }: CompiledBody = JSON.parse(body)
    const document: GeneratedDocument = { ...fields, body: { quotations, photos }, slug: file.slug }
    cache.keep('documents', file.key, document)
  }
  cache.keep('documents', publicationKey, slim((await readGenerated('Publication'))[0]))
}

/** Were the types in `.contentlayer` written by the current code? */
const isTyped = () => existsSync(typedBy()) && existsSync('.contentlayer/generated/types.d.ts')

const typedBy = () => `.contentlayer/generated/rules-${rulesKey()}`

/** The compiled bodies of some documents, which the checks have kept, or else made anew. */
export function getCompiledBodies(files: CheckedFile[], cache: BuildCache): string[] {
  const keys = files.map(({ key }) => key)
  const known = cache.getAll<string>('bodies', keys)
  return files.map((file) => {
    const body = known.get(file.key)
    if (body) return body
    const compiled = compileBody(parseBody(withoutMarks(file.read())).tree)
    cache.keep('bodies', file.key, compiled)
    return compiled
  })
}

/** The documents of a type as Contentlayer wrote them. */
const readGenerated = async (type: string): Promise<{ _id: string }[]> =>
  [JSON.parse(await readFile(`.contentlayer/generated/${type}/_index.json`, 'utf8'))].flat()

function readCached(key: string, cache: BuildCache): GeneratedDocument {
  const document = cache.get<GeneratedDocument>('documents', key)
  if (!document) throw new Error('What was kept a moment ago is damaged. Run the command again')
  return document
}
