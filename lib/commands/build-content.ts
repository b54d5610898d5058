import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { bodiesDir } from '#content/body/keep-body'
import { listPhotos } from '#content/checks/list-photos'
import { generationDir, searchIndexName } from '#lib/generation'
import { writeSearchIndex } from '#lib/stores/write-search-index'
import type { Index, PhotoSize } from '#lib/types'
import { copyCheckedWords } from './copy-checked-words'
import { runContentlayer } from './run-contentlayer'
import { searchStories } from './search-stories'
import { type GeneratedDocument, toIndex, toQuotations } from './to-index'

const types = ['Article', 'Topic', 'Author', 'Person', 'Page', 'Publication'] as const

/** The content step: makes the words into the folder that the site reads, and puts it in place when it is whole. */
export async function buildContent(): Promise<Index> {
  const next = `${generationDir}.next`
  await Promise.all([bodiesDir, next].map((path) => rm(path, { recursive: true, force: true })))
  const files = await copyCheckedWords()
  await runContentlayer()
  const documents = Object.fromEntries(await Promise.all(types.map(async (type) => [type, await readDocuments(type)])))
  const kept = Object.values(documents).flat().length
  // Contentlayer can drop a document without a word.
  if (kept !== files) throw new Error(`${files} files went into Contentlayer, but ${kept} documents came out`)
  const index = toIndex(documents)
  const photos = await listPhotos()
  index.photos = Object.fromEntries(
    await Promise.all(photosOf(index).map((photo) => keepPhoto(photo, photos.get(photo)?.path, next))),
  )
  await mkdir(next, { recursive: true })
  await mkdir(bodiesDir, { recursive: true })
  await rename(bodiesDir, join(next, 'bodies'))
  await writeFile(join(next, 'index.json'), JSON.stringify(index))
  writeSearchIndex(join(next, searchIndexName), searchStories(index, join(next, 'bodies')))
  await mkdir(join(next, 'quotations'))
  for (const [person, quotations] of toQuotations(documents.Article ?? [])) {
    await writeFile(join(next, 'quotations', `${person}.json`), JSON.stringify(quotations))
  }
  await putInPlace(next)
  return index
}

/** Puts a finished generation in the place of the one before. */
async function putInPlace(next: string): Promise<void> {
  const old = `${generationDir}.old`
  await rm(old, { recursive: true, force: true })
  if (existsSync(generationDir)) await rename(generationDir, old)
  await rename(next, generationDir)
  await rm(old, { recursive: true, force: true })
}

const readDocuments = async (type: string): Promise<GeneratedDocument[]> =>
  [JSON.parse(await readFile(`.contentlayer/generated/${type}/_index.json`, 'utf8'))].flat()

const photosOf = (index: Index) => [
  ...new Set([...index.articles.flatMap((article) => article.photos), ...index.standingPhotos]),
]

/** Copies a picture beside the words and measures it, turned the way its camera held it. */
async function keepPhoto(photo: string, source: string | undefined, next: string): Promise<[string, PhotoSize]> {
  if (!source) throw new Error(`${photo} was there when the words were checked, and is gone`)
  await mkdir(dirname(join(next, photo)), { recursive: true })
  await copyFile(source, join(next, photo))
  const { autoOrient } = await sharp(source).metadata()
  return [photo, { width: autoOrient.width, height: autoOrient.height }]
}
