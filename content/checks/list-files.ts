import { type Dirent, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isSlug, reservedSegments, toSlug } from '#lib/links'
import { contentDir, type Folder, folders } from '../content-dir'
import { didYouMean } from './did-you-mean'
import { type Fault, wholeFile } from './fault'

/** A document's file: its path below the content folder, its kind and slug. */
export type ListedFile = { file: string; folder: Folder; slug: string }

/** Every document of the content folder, and what is wrong with the files themselves, before any is read. */
export function listFiles(): { files: ListedFile[]; faults: Fault[] } {
  const files: ListedFile[] = []
  const faults: Fault[] = []
  for (const folder of folders) {
    const root = lstatSync(join(contentDir(), folder), { throwIfNoEntry: false })
    if (!root) continue
    if (!root.isDirectory()) {
      faults.push({
        file: folder,
        ...wholeFile,
        field: 'file',
        message: 'is not a folder of its own. Put the folder itself here',
      })
      continue
    }
    for (const entry of walk(folder)) {
      const message = entryFault(entry)
      const slug = toSlug(entry.file)
      const slugMessage = message ? undefined : slugFault(folder, slug)
      if (message) faults.push({ file: entry.file, ...wholeFile, field: 'file', message })
      else if (slugMessage) faults.push({ file: entry.file, ...wholeFile, field: 'slug', message: slugMessage })
      if (!message) files.push({ file: entry.file, folder, slug })
    }
  }
  return { files, faults: [...faults, ...sameSlugFaults(files), ...misspeltFolderFaults()] }
}

type Entry = { file: string; dirent: Dirent }

/** Files below a folder, those of dot files left out; a link is an entry and never followed. */
function walk(folder: string): Entry[] {
  return readdirSync(join(contentDir(), folder), { withFileTypes: true })
    .filter((dirent) => !dirent.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((dirent) => {
      const file = `${folder}/${dirent.name}`
      return dirent.isDirectory() && !dirent.name.endsWith('.mdx') ? walk(file) : [{ file, dirent }]
    })
}

const largest = 2_000_000

function entryFault({ file, dirent }: Entry): string | undefined {
  if (dirent.isDirectory()) return 'is a folder with the name of a story. Rename the folder, or move its files up'
  if (dirent.isSymbolicLink()) return 'is a symbolic link. Put the file itself here'
  if (!dirent.isFile()) return 'is not a plain file. Replace it with one'
  if (!file.endsWith('.mdx')) return 'has a name that does not end in ".mdx". Rename it, or move it out of this folder'
  if (lstatSync(join(contentDir(), file)).size > largest) return 'is larger than 2 MB. A story is text; shorten it'
  return undefined
}

function slugFault(folder: Folder, slug: string): string | undefined {
  if (!isSlug(slug)) {
    return `"${slug}" is not a slug: rename the file to lower-case letters or digits joined by single hyphens, at most 200 bytes`
  }
  if (folder === 'pages' && reservedSegments.includes(slug)) {
    return `"${slug}" is an address of the publication itself. Rename the page`
  }
  return undefined
}

/** A folder with nearly the name of a known one would be passed over in silence. */
function misspeltFolderFaults(): Fault[] {
  return readdirSync(contentDir(), { withFileTypes: true }).flatMap((entry) => {
    const known: readonly string[] = [...folders, 'photos']
    const meant = known.includes(entry.name) || !entry.isDirectory() ? '' : didYouMean(entry.name, known)
    const message = `is not a folder of the publication.${meant}`
    return meant ? [{ file: entry.name, ...wholeFile, field: 'file', message }] : []
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
