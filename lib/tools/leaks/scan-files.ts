import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { findMarks, type Leak } from './leak'

/** The marks in the names and contents of all files in a folder, except for paths that no browser can reach. */
export function scanFiles(folder: string, unreachable: RegExp): Leak[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !unreachable.test(relative(folder, file)))
    .flatMap((file) => [...findMarks(file), ...findMarks(readFileSync(file))].map((what) => ({ where: file, what })))
}
