import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pages } from '#app/renderer/page-modules'
import { isPage, parseAddress, standing, toTableName } from '#lib/addresses'
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

test('every handler has a route.ts for development and Vercel, and every route.ts a handler', () => {
  const routes = files('route.ts').filter((file) => !file.startsWith('rendered/'))
  expect(routes.length).toBe(Object.keys(handlers).length + ofApp.length)
  for (const name of [...Object.keys(handlers), ...ofApp]) {
    const path = name.split('standing:')[1]
    if (path !== undefined) expect(existsSync(`app/${path}/route.ts`), path).toBe(true)
  }
})
