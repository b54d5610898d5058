import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folders whose files may be part of a page. */
const rooms = ['app', 'components', 'lib']

const script = /\.[cm]?[jt]sx?$/

/** Matches a file with a `'use client'` directive, after any comments and other directives. */
const directive = /^(?:\s|;|\/\/.*\n|\/\*(?:[^*]|\*(?!\/))*\*\/|(['"])(?!use client\1)[^'"\n]*\1)*(['"])use client\2/

/** Finds the client components below a folder. Pages are sent without the runtime that these need, so they would not work. */
export function findClientComponents(root: string): string[] {
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
  )
  return files
    .filter((file) => script.test(file))
    .filter((file) => directive.test(readFileSync(join(root, file), 'utf8')))
}
