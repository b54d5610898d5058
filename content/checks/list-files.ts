import { type Folder, folders } from '#content/content-dir'
import { didYouMean } from '#content/did-you-mean'
import { isSlug, reservedSegments, toSlug } from '#lib/rules/links'
import { fileKinds, isKnownAtTop } from './content-files'
import { type Fault, wholeFile } from './fault'
import { fileFault, readFolder, walkFolder } from './walk-folder'

/** A document's file: its path below the content folder, its kind and slug. */
export type ListedFile = { file: string; folder: Folder; slug: string }

/** The names of the files of a content folder, before any is opened. Links are named as errors and never followed. */
export type ListedContent = { documents: ListedFile[]; pictures: string[]; faults: Fault[] }

/** Lists every file of the content folder, and what is wrong with the files themselves. */
export function listContent(): ListedContent {
  let faults = topFaults()
  const list = (folder: Folder | 'photos') => {
    const listed = walkFolder(folder, fileKinds[folder])
    faults = faults.concat(listed.faults)
    return listed.files
  }
  const documents = folders.flatMap((folder) => list(folder).map((file) => ({ file, folder, slug: toSlug(file) })))
  const pictures = list('photos')
  const slugs = documents.flatMap((document) => slugFault(document))
  return {
    documents,
    pictures,
    faults: [...faults, ...slugs, ...sameSlugFaults(documents), ...sameNameFaults(pictures)],
  }
}

function slugFault({ file, folder, slug }: ListedFile): Fault[] {
  const fault = (message: string) => [{ file, ...wholeFile, field: 'slug', message }]
  if (!isSlug(slug)) {
    return fault(
      `"${slug}" is not a slug: rename the file to lower-case letters or digits joined by single hyphens, at most 200 bytes`,
    )
  }
  if (folder !== 'pages' || !reservedSegments.includes(slug)) return []
  return fault(`"${slug}" is an address of the publication itself. Rename the page`)
}

/** What lies beside the known folders and belongs to nothing. */
function topFaults(): Fault[] {
  const entries = readFolder('.')
  if (!Array.isArray(entries)) return [entries]
  return entries.flatMap((entry) => {
    const { name } = entry
    if (isKnownAtTop(name)) return []
    const what = entry.isDirectory() ? 'folder' : 'file'
    const meant = didYouMean(name, Object.keys(fileKinds)) || ' Move it out of the content folder'
    return [fileFault(name, `is not a ${what} of the publication.${meant}`)]
  })
}

function sameSlugFaults(files: ListedFile[]): Fault[] {
  const first = new Map<string, string>()
  return files.flatMap(({ file, folder, slug }) => {
    const earlier = first.get(`${folder}/${slug}`)
    if (!earlier) first.set(`${folder}/${slug}`, file)
    const message = `"${slug}" is the slug of ${earlier} too. Rename one of the two`
    return earlier ? [{ file, ...wholeFile, field: 'slug', message }] : []
  })
}

/** Stories mean a picture by its composed name (NFC), which two files of a disk may share. */
function sameNameFaults(pictures: string[]): Fault[] {
  const known = new Set<string>()
  return pictures.flatMap((file) => {
    const name = file.normalize('NFC')
    if (!known.has(name)) known.add(name)
    else return [fileFault(file, 'has the same name as another picture, spelt in other Unicode characters. Rename one')]
    return []
  })
}
