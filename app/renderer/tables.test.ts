import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pages } from '#app/renderer/page-modules'
import { isPage, parseAddress, standing, toTableName } from '#lib/rules/addresses'
import { handlers } from '#lib/server/handlers/handlers'

/** Handlers that render pages; `app/server.ts` adds them. */
const ofApp = ['standing:search', 'standing:api/preview']

const files = (name: string) =>
  readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => file.split('/').at(-1) === name)

test('every address that is there whatever stories there are has a page or a handler', () => {
  for (const path of standing) {
    const address = parseAddress(`/${path}`)
    const table = address && isPage(address) ? Object.keys(pages) : [...Object.keys(handlers), ...ofApp]
    expect(table, `/${path}`).toContain(address && toTableName(address))
  }
})

test('every page.tsx is in the table of pages, under its own pattern, and answers an address that is a page', () => {
  const patterns = Object.values(pages).map(({ pattern }) => join(pattern, 'page.tsx').slice(1))
  // The gate leads to it with another status.
  expect(patterns.sort()).toEqual(
    files('page.tsx')
      .filter((file) => !file.startsWith('withdrawn/'))
      .sort(),
  )
})

test('every handler has a route.ts for development and Vercel, or is for a file that Next serves there, and every route.ts a handler', () => {
  const pathOf = (name: string) => name.split('standing:')[1]
  const isFile = (name: string) => existsSync(`app/${pathOf(name)}`) && statSync(`app/${pathOf(name)}`).isFile()
  const names = [...Object.keys(handlers), ...ofApp].filter((name) => !isFile(name))
  expect(files('route.ts').length).toBe(names.length)
  for (const name of names) {
    const path = pathOf(name)
    if (path !== undefined) expect(existsSync(`app/${path}/route.ts`), path).toBe(true)
  }
})
