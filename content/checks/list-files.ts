import { type Folder, folders } from '#content/content-dir'
import { didYouMean } from '#content/did-you-mean'
import { reservedSegments } from '#lib/rules/address-table'
import { isSlug, toSlug } from '#lib/rules/links'
import { type ContentError, wholeFile } from './content-error'
import { fileKinds, isKnownAtTop } from './content-files'
import { fileError, readFolder, walkFolder } from './walk-folder'

/** A document's file: its path below the content folder, its kind and slug. */
export type ListedFile = { file: string; folder: Folder; slug: string }

/** The names of the files of a content folder, before any is opened. Links are named as errors and never followed. */
export type ListedContent = { documents: ListedFile[]; pictures: string[]; errors: ContentError[] }

/** Lists every file of the content folder, and what is wrong with the files themselves. */
export function listContent(): ListedContent {
  let errors = topErrors()
  const list = (folder: Folder | 'photos') => {
    const listed = walkFolder(folder, fileKinds[folder])
    errors = errors.concat(listed.errors)
    return listed.files
  }
  const documents = folders.flatMap((folder) => list(folder).map((file) => ({ file, folder, slug: toSlug(file) })))
  const pictures = list('photos')
  const slugs = documents.flatMap((document) => slugError(document))
  return {
    documents,
    pictures,
    errors: [...errors, ...slugs, ...sameSlugErrors(documents), ...sameNameErrors(pictures)],
  }
}

function slugError({ file, folder, slug }: ListedFile): ContentError[] {
  const error = (message: string) => [{ file, ...wholeFile, field: 'slug', message }]
  if (!isSlug(slug)) {
    return error(
      `"${slug}" is not a slug: rename the file to lower-case letters or digits joined by single hyphens, at most 200 bytes`,
    )
  }
  if (folder !== 'pages' || !reservedSegments.has(slug)) return []
  return error(`"${slug}" is an address of the publication itself. Rename the page`)
}

/** What lies beside the known folders and belongs to nothing. */
function topErrors(): ContentError[] {
  const entries = readFolder('.')
  if (!Array.isArray(entries)) return [entries]
  return entries.flatMap((entry) => {
    const { name } = entry
    if (isKnownAtTop(name)) return []
    const what = entry.isDirectory() ? 'folder' : 'file'
    const meant = didYouMean(name, Object.keys(fileKinds)) || ' Move it out of the content folder'
    return [fileError(name, `is not a ${what} of the publication.${meant}`)]
  })
}

function sameSlugErrors(files: ListedFile[]): ContentError[] {
  const first = new Map<string, string>()
  return files.flatMap(({ file, folder, slug }) => {
    const earlier = first.get(`${folder}/${slug}`)
    if (!earlier) first.set(`${folder}/${slug}`, file)
    const message = `"${slug}" is the slug of ${earlier} too. Rename one of the two`
    return earlier ? [{ file, ...wholeFile, field: 'slug', message }] : []
  })
}

/** Stories mean a picture by its composed name (NFC), which two files of a disk may share. */
function sameNameErrors(pictures: string[]): ContentError[] {
  const known = new Set<string>()
  return pictures.flatMap((file) => {
    const name = file.normalize('NFC')
    if (!known.has(name)) known.add(name)
    else return [fileError(file, 'has the same name as another picture, spelt in other Unicode characters. Rename one')]
    return []
  })
}
