import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Rooms whose files may end up in a page. */
const rooms = ['app', 'components', 'lib']

/** Files that may run in the browser, by their path from the root. Pages are documents: there is none. */
const interactive: string[] = []

/** A file whose first statement makes it a client component, whatever comments stand before it. */
const directive = /^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*(['"])use client\1/

/**
 * The client components below a folder that are not listed as interactive. The press takes away the runtime that they
 * need, so they would stand on the page and do nothing.
 */
export function findClientComponents(root: string, allowed = interactive): string[] {
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
  )
  return files
    .filter((file) => /\.[jt]sx?$/.test(file) && !allowed.includes(file))
    .filter((file) => directive.test(readFileSync(join(root, file), 'utf8')))
}
