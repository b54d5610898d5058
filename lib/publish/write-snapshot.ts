import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openBuildCache } from '#content/build-cache/build-cache'
import { hashOf } from '#content/build-cache/rules-key'
import type { Content } from '#content/checks/check-content'
import { readCheckedPhoto } from '#content/checks/list-photos'
import { type KeyedBody, searchStories } from '#lib/search/searchable-stories'
import { searchIndexName, sourcesName } from '#lib/snapshot/paths'
import type { Index } from '#lib/types'
import type { BaseSnapshot, Sources } from './base-snapshot'
import { makeSearchIndex } from './make-search-index'
import { toIndex, toQuotationsOf } from './to-index'
import { getCompiledBodies, type TypedDocument, typeDocuments } from './type-documents'

/** How many bodies are held in memory at a time. */
const batch = 500

/**
 * Makes checked content into a whole snapshot in a folder of its own. What did not change is taken over from a base or
 * from earlier runs; what comes out is the same without them at the same time. Returns the index and what its files were made of.
 */
export async function writeSnapshot(folder: string, base: BaseSnapshot, content: Content, now: Date) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'quotations'), { recursive: true })
  const cache = openBuildCache()
  const { documents, publication } = await typeDocuments(content, cache)
  const index = toIndex(documents, publication)
  const bodies: Sources = Object.fromEntries(documents.map(({ file }) => [bodyName(file), file.key]))
  const filesByName = new Map(documents.map(({ file }) => [bodyName(file), file]))
  const freshBodies = putKnownFiles(folder, base, bodies)
  for (let start = 0; start < freshBodies.length; start += batch) {
    const names = freshBodies.slice(start, start + batch)
    const compiled = getCompiledBodies(
      names.map((name) => found(filesByName.get(name), name)),
      cache,
    )
    for (const [at, body] of compiled.entries()) writeFileSync(join(folder, names[at] ?? ''), body)
  }
  cache.close()
  const photos = photosOf(index, content)
  index.photos = Object.fromEntries(photos.map(({ name, width, height }) => [name, { width, height }]))
  const pictures: Sources = Object.fromEntries(photos.map(({ name, hash }) => [name, hash]))
  for (const name of putKnownFiles(folder, base, pictures)) {
    writeFileSync(join(folder, name), readCheckedPhoto(found(content.photos.get(name), name)))
  }
  const quotations = putQuotations(folder, base, documents)
  const sources = { 'publication.yaml': hashOf(content.publication), ...bodies, ...pictures, ...quotations }
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index))
  writeFileSync(join(folder, sourcesName), JSON.stringify(sources))
  makeSearchIndex(join(folder, searchIndexName), searchStories(index, bodiesIn(folder, bodies), hashOf, now))
  return { index, sources }
}

const bodyName = ({ folder, slug }: TypedDocument['file']) => `bodies/${folder}/${slug}.json`

const bodiesIn = (folder: string, bodies: Sources) => (slug: string) => {
  const name = bodyName({ folder: 'articles', slug } as TypedDocument['file'])
  return { key: found(bodies[name], name), read: () => readFileSync(join(folder, name), 'utf8') } satisfies KeyedBody
}

/** Puts the quotations of each person in place. They are made of the stories that quote the person, in their order. */
function putQuotations(folder: string, base: BaseSnapshot, documents: TypedDocument[]): Sources {
  const byName = new Map<string, TypedDocument[]>()
  for (const typed of documents) {
    if (typed.file.folder !== 'articles') continue
    for (const person of new Set(typed.document.body?.quotations.map(({ by }) => by))) {
      const name = `quotations/${person}.json`
      const quoting = byName.get(name)
      if (quoting) quoting.push(typed)
      else byName.set(name, [typed])
    }
  }
  const sources: Sources = Object.fromEntries(
    [...byName].map(([name, quoting]) => [name, hashOf(...quoting.map(({ file }) => file.key))]),
  )
  for (const name of putKnownFiles(folder, base, sources)) {
    const person = name.slice('quotations/'.length, -'.json'.length)
    const quotations = found(byName.get(name), name).flatMap(({ document }) => toQuotationsOf(person, document))
    writeFileSync(join(folder, name), JSON.stringify(quotations))
  }
  return sources
}

/** Takes files of a snapshot from the base where it has the same. Returns the names of those that are still to be made. */
function putKnownFiles(folder: string, base: BaseSnapshot, files: Sources): string[] {
  const names = Object.keys(files)
  for (const parent of new Set(names.map((name) => dirname(name)))) mkdirSync(join(folder, parent), { recursive: true })
  return names.filter((name) => {
    const isKnown = base.has(name, found(files[name], name))
    if (isKnown) base.take(name, folder)
    return !isKnown
  })
}

/** The pictures that documents show, as they were read. */
function photosOf({ articles, standingPhotos }: Index, { photos }: Content) {
  const names = [...new Set([...articles.flatMap((article) => article.photos), ...standingPhotos])]
  return names.map((name) => {
    const { width, height, hash } = found(photos.get(name), name)
    return { name, width: found(width, name), height: found(height, name), hash: found(hash, name) }
  })
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} was there when the content was checked, and is gone`)
  return value
}
