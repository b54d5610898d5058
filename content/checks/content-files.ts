import { resolve } from 'node:path'
import { contentDir, type Folder } from '#content/content-dir'
import { maxPhotoBytes } from '#lib/rules/photo-limits'

/** What lies in a folder of the content folder: the endings of its names, what one is called, and its most bytes. */
export type FileKind = { endings: RegExp; known: string; called: string; maxBytes: number }

const document = (called: string): FileKind => ({ endings: /\.mdx$/, known: '".mdx"', called, maxBytes: 200_000 })

const picture: FileKind = {
  endings: /\.(jpe?g|png|webp|avif|hei[cf]|gif)$/i,
  known: '.jpg, .png, .webp or .avif',
  called: 'a picture',
  maxBytes: maxPhotoBytes,
}

/** What may lie in the folders of a content folder. All else is an error that names it. */
export const fileKinds: Record<Folder | 'photos', FileKind> = {
  articles: document('a story'),
  topics: document('a topic'),
  authors: document('an author'),
  people: document('a person'),
  pages: document('a page'),
  photos: picture,
}

/** The publication's own file. */
export const publicationFile = { file: 'publication.yaml', maxBytes: 100_000 }

const besideFolders = /^(publication\.yaml|(readme|licen[cs]e)(\.(md|txt))?)$/i

/** This repository keeps the rules of the content beside it. No other content folder may hold code. */
const ownCode = /^(body|build-cache|checks|contentlayer|schema|[\w.-]+\.(ts|mjs))$/

/** May something with this name lie in the content folder itself? */
export const isKnownAtTop = (name: string) =>
  Object.hasOwn(fileKinds, name) ||
  besideFolders.test(name) ||
  (contentDir() === resolve('content') && ownCode.test(name))

/** What systems and editors leave behind; it is passed over and never read. */
export const isPassedOver = (name: string) => name.startsWith('.') || ['Thumbs.db', 'desktop.ini'].includes(name)
