import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pages } from '#app/renderer/page-modules'
import { type AddressKind, addressKinds, rowOf } from '#lib/rules/address-table'
import { parseAddress } from '#lib/rules/addresses'
import { handlers } from '#lib/server/handlers/handlers'

/** Handlers that render pages. `app/server.ts` adds them. */
const ofApp = ['search', 'api/preview']

const files = (name: string) =>
  readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => file.split('/').at(-1) === name)

test('every address has a page or a handler, and its path parses back to the address', () => {
  for (const kind of addressKinds) {
    const { path, isPage } = rowOf(kind)
    expect(isPage ? Object.keys(pages) : [...Object.keys(handlers), ...ofApp], path).toContain(kind)
    const names: Record<string, string> = { '[file]': kind === 'sitemap' ? '1.xml' : 'a.js', '[...period]': '2024/11' }
    expect(parseAddress(path.replace(/\[.*\]/, (name) => names[name] ?? 'a'))?.kind, path).toBe(kind)
  }
})

test('every page.tsx is in the table of pages under its own pattern and serves an address', () => {
  const patterns = Object.values(pages).map(({ pattern }) => join(pattern, 'page.tsx').slice(1))
  // The gate rewrites to it with another status.
  expect(patterns.sort()).toEqual(
    files('page.tsx')
      .filter((file) => !file.startsWith('withdrawn/'))
      .sort(),
  )
})

test('every handler has a route.ts or a file that Next serves, and every route.ts has a handler', () => {
  const folderOf = (kind: AddressKind) => join('app', rowOf(kind).path)
  const isFile = (kind: AddressKind) => statSync(folderOf(kind), { throwIfNoEntry: false })?.isFile()
  const kinds = addressKinds.filter((kind) => !rowOf(kind).isPage && !isFile(kind))
  expect(files('route.ts').length).toBe(kinds.length)
  for (const kind of kinds) expect(existsSync(`${folderOf(kind)}/route.ts`), kind).toBe(true)
})
