import { resolve } from 'node:path'
import { maxPhotoBytes } from '#lib/photo-limits'
import { contentDir, type Folder } from '../content-dir'

/** A folder of the content folder: how the names of its files end, what they are called, and how many bytes each may have. */
export type FileKind = { endings: string[]; called: string; maxBytes: number }

const document: FileKind = { endings: ['.mdx'], called: 'a story', maxBytes: 500_000 }

const picture: FileKind = {
  endings: ['.jpg', '.jpeg', '.png', '.webp', '.avif', '.heic', '.heif', '.gif'],
  called: 'a picture',
  maxBytes: maxPhotoBytes,
}

/** What may lie in the folders of a content folder. All else is an error that names it. */
export const fileKinds: Record<Folder | 'photos', FileKind> = {
  articles: document,
  topics: document,
  authors: document,
  people: document,
  pages: document,
  photos: picture,
}

/** The publication's own file. */
export const publicationFile = { file: 'publication.yaml', maxBytes: 100_000 }

const besideFolders = [publicationFile.file, 'README.md', 'LICENSE', 'LICENSE.md', 'LICENSE.txt']

/** This repository keeps the rules of the content beside it. No other content folder may hold code. */
const ownCode = /^(body|checks|schema|[\w.-]+\.ts)$/

/** May something with this name lie in the content folder itself? */
export const isKnownAtTop = (name: string) =>
  name in fileKinds || besideFolders.includes(name) || (contentDir() === resolve('content') && ownCode.test(name))

/** What systems and editors leave behind; it is passed over and never read. */
export const isPassedOver = (name: string) => name.startsWith('.') || ['Thumbs.db', 'desktop.ini'].includes(name)
