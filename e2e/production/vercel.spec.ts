import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')
const server = '.next/server'

/** The most bytes, unpacked, that Vercel takes a function with. */
const limit = 250 * 2 ** 20

/** The files a function gets, by its name: what tracing saw, as paths in the repository. */
const functions = new Map(
  readdirSync(join(root, server), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.nft.json'))
    .map((file) => {
      const { files } = JSON.parse(readFileSync(join(root, server, file), 'utf8')) as { files: string[] }
      const folder = dirname(join(server, file))
      return [file.replace('.js.nft.json', ''), files.map((path) => normalize(join(folder, path)))] as const
    }),
)

const generation = '.contentlayer/generation'
const native = 'node_modules/@libsql/linux-x64-gnu/index.node'
const needs: Record<string, string[]> = {
  middleware: [`${generation}/index.json`, 'app/scripts/report-read.js'],
  instrumentation: [`${generation}/index.json`, native],
  'app/page': [`${generation}/index.json`],
  'app/articles/[slug]/page': [`${generation}/index.json`, 'app/scripts/report-read.js'],
  'app/scripts/[file]/route': ['app/scripts/report-read.js'],
  'app/search/route': [`${generation}/index.json`, `${generation}/search.db`, '.contentlayer/styles.css', native],
  'app/api/reads/route': [`${generation}/index.json`, native],
  'app/api/hot-this-week/route': [`${generation}/index.json`, native],
  'app/photos/[...path]/route': [`${generation}/index.json`],
  'app/articles/[slug]/share.png/route': ['node_modules/@fontsource/noto-serif-kr/unicode.json'],
}

for (const [name, files] of Object.entries(needs)) {
  test(`a function for ${name} gets the files that it reads`, () => {
    const given = functions.get(name) ?? []
    for (const file of files) {
      expect(given).toContain(file)
      expect(existsSync(join(root, file)), file).toBe(true)
    }
  })
}

test('those that render bodies and pictures get all of the generation', () => {
  // What the build shipped; the working folder's own may have been made anew since.
  const shipped = join(root, '.next/standalone')
  const all = readdirSync(join(shipped, generation), { recursive: true, encoding: 'utf8' })
    .map((file) => `${generation}/${file}`)
    .filter((file) => statSync(join(shipped, file)).isFile())
  expect(all.length).toBeGreaterThan(10)
  for (const name of ['middleware', 'app/articles/[slug]/page', 'app/feed.xml/route', 'app/photos/[...path]/route'])
    expect(functions.get(name)).toEqual(expect.arrayContaining(all))
})

test('images for sharing get the font, and pictures what sharp runs on', () => {
  const share = functions.get('app/articles/[slug]/share.png/route') ?? []
  expect(share.filter((file) => file.endsWith('.woff')).length).toBeGreaterThan(100)
  for (const name of ['app/articles/[slug]/share.png/route', 'app/photos/[...path]/route'])
    expect(functions.get(name)).toContainEqual(expect.stringMatching(/@img\/sharp-linux-x64\/.*\.node$/))
})

test('all functions together stay below the limit of one', () => {
  const files = new Set([...functions.values()].flat().filter((file) => existsSync(join(root, file))))
  const bytes = [...files].reduce((sum, file) => sum + statSync(join(root, file)).size, 0)
  console.log(`${functions.size} functions; all of their files: ${(bytes / 2 ** 20).toFixed(1)} MB`)
  expect(bytes).toBeLessThan(limit)
})
