import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Rooms whose files may end up in a page. */
const rooms = ['app', 'components', 'lib']

const script = /\.[cm]?[jt]sx?$/

/** A file whose directives make it a client component, whatever comments and other directives stand before that one. */
const directive = /^(?:\s|;|\/\/.*\n|\/\*(?:[^*]|\*(?!\/))*\*\/|(['"])(?!use client\1)[^'"\n]*\1)*(['"])use client\2/

/** The client components below a folder. Pages go out without the runtime that they need, so they would do nothing. */
export function findClientComponents(root: string): string[] {
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
  )
  return files
    .filter((file) => script.test(file))
    .filter((file) => directive.test(readFileSync(join(root, file), 'utf8')))
}
