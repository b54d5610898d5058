import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { flush } from './flush'

/** Makes a hard link to a file that is never written again, or copies it if the file system has no links. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'].includes(code)) throw error
    copyFileSync(from, to)
    flush(to)
  }
}

/** The same for all files of a folder, into a new folder. */
export function linkOrCopyFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const place = entry.isDirectory() ? linkOrCopyFolder : linkOrCopy
    place(join(from, entry.name), join(to, entry.name))
  }
}
