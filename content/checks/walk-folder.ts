import { type Dirent, lstatSync, readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { contentDir } from '#content/content-dir'
import { type ContentError, wholeFile } from './content-error'
import { type FileKind, fileKinds, isPassedOver } from './content-files'
import { tooLarge, toUnreadable } from './read-plain-file'

/** Paths below the content folder, and what is wrong with others. */
type Walked = { files: string[]; errors: ContentError[] }

/** The files below a folder that are plain, of its kind and of a size; the others are errors. */
export function walkFolder(folder: string, kind: FileKind): Walked {
  const entries = readFolder(folder)
  if (!Array.isArray(entries)) return { files: [], errors: [entries] }
  const walked: Walked = { files: [], errors: [] }
  for (const entry of entries) {
    const file = `${folder}/${entry.name}`
    const message = entryError(file, entry, kind)
    if (message) walked.errors.push(fileError(file, message))
    else if (!entry.isDirectory()) walked.files.push(file)
    else {
      const below = walkFolder(file, kind)
      walked.files = walked.files.concat(below.files)
      walked.errors = walked.errors.concat(below.errors)
    }
  }
  return walked
}

/** What lies in a folder in the order of names; nothing where there is none. */
export function readFolder(folder: string): Dirent[] | ContentError {
  try {
    // The content folder itself may be a link: its operator names it.
    const path = join(realpathSync(contentDir()), folder)
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found) return []
    if (!found.isDirectory()) return fileError(folder, 'is a link or a file, not a folder. Put the folder itself here')
    return readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => !isPassedOver(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    return fileError(folder, toUnreadable(error))
  }
}

function entryError(file: string, entry: Dirent, kind: FileKind): string | undefined {
  const { endings, known, called, maxBytes } = kind
  const { name } = entry
  if (/\p{Cc}/u.test(name)) return 'has a control character in its name. Rename it'
  if (name.includes('\uFFFD')) return 'has a name that is not UTF-8. Rename it'
  if (entry.isSymbolicLink()) return 'is a symbolic link. Put the file itself here'
  const isOfKind = endings.test(name)
  if (entry.isDirectory()) {
    return isOfKind ? `is a folder with the name of ${called}. Rename the folder, or move its files up` : undefined
  }
  if (!entry.isFile()) return 'is not a plain file. Replace it with one'
  if (!isOfKind) return `has a name that does not end in ${known}. Rename it, or move it out of this folder`
  // A document's size is told where it is read, which every document is; of a picture nobody may ask.
  if (kind !== fileKinds.photos) return undefined
  const size = lstatSync(join(contentDir(), file), { throwIfNoEntry: false })?.size ?? 0
  return size > maxBytes ? tooLarge(maxBytes) : undefined
}

/** Something wrong with a file as a whole. */
export const fileError = (file: string, message: string): ContentError => ({
  file,
  ...wholeFile,
  field: 'file',
  message,
})
