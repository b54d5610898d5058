import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the code lies that decides what a fault is, what a document compiles to and what the search knows of it. */
const folders = ['content', 'content/schema', 'content/body', 'content/checks', 'lib', 'lib/search', 'lib/stores']

let known: string | undefined

/** Stands for all code and libraries that make something of the words; read once in the life of a process. */
export function rulesKey(): string {
  known ??= hashOf(...folders.flatMap(readCode), readFileSync('package-lock.json', 'utf8'))
  return known
}

/** One short text that stands for several. */
export const hashOf = (...parts: string[]) => hash('sha256', parts.join('\0'), 'base64url')

const readCode = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
