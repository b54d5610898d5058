import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Rooms whose files may end up in a page. */
const rooms = ['app', 'components', 'lib']

/**
 * Files that may run in the browser, by their path from the root. Pages are documents: there is none. Whoever lists one
 * has also to let the press leave the runtime to the pages that show it (`lib/server/press.mjs`), and the policy allow
 * the inline scripts of that runtime (`lib/server/security-headers.mjs`).
 */
const interactive: string[] = []

const script = /\.[cm]?[jt]sx?$/

/** A file whose directives make it a client component, whatever comments and other directives stand before that one. */
const directive = /^(?:\s|;|\/\/.*\n|\/\*(?:[^*]|\*(?!\/))*\*\/|(['"])(?!use client\1)[^'"\n]*\1)*(['"])use client\2/

/**
 * The client components below a folder that are not listed as interactive. The press takes away the runtime that they
 * need, so they would stand on the page and do nothing.
 */
export function findClientComponents(root: string, allowed = interactive): string[] {
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
  )
  return files
    .filter((file) => script.test(file) && !allowed.includes(file))
    .filter((file) => directive.test(readFileSync(join(root, file), 'utf8')))
}
