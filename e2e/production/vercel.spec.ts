import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join, normalize, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { emptyFolder, repository } from './site'

/** A copy of the repository that was built as Vercel builds it. */
let root = ''
const server = '.next/server'

/** The most bytes, unpacked, that Vercel takes a function with. */
const limit = 250 * 2 ** 20

/** The files a function gets, by its name: what tracing saw, as paths in the repository. */
const functions = new Map<string, string[]>()

test.describe.configure({ mode: 'default' })

test.beforeAll(() => {
  test.setTimeout(600_000)
  root = emptyFolder()
  const isMade = /^(\.git|\.next|\.data|\.contentlayer|node_modules|test-results)$/
  const sources = readdirSync(repository).filter((name) => !isMade.test(name))
  run('cp', ['-a', ...sources, root], repository)
  run('cp', [statSync(root).dev === statSync(repository).dev ? '-al' : '-a', 'node_modules', root], repository)
  run('npm', ['run', 'build'], root)
  for (const file of readdirSync(join(root, server), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.nft.json')) continue
    const { files } = JSON.parse(readFileSync(join(root, server, file), 'utf8')) as { files: string[] }
    const folder = dirname(join(server, file))
    const paths = files.map((path) => normalize(join(folder, path)))
    functions.set(file.replace('.js.nft.json', ''), paths)
  }
})

test.afterAll(() => rmSync(root, { recursive: true }))

function run(command: string, args: string[], cwd: string) {
  const CONTENT_DIR = resolve(repository, '.data/test/life/content')
  const env = { ...process.env, VERCEL: '1', CONTENT_DIR, PRERENDER_LIMIT: '3' }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  expect(status, stdout + stderr).toBe(0)
}

const generation = '.contentlayer/generation'
const native = 'node_modules/@libsql/linux-x64-gnu/index.node'
const feeds = [
  ...['app/feed.xml/route', 'app/atom.xml/route', 'app/feed.json/route', 'app/corrections/feed.xml/route'],
  ...['app/topics/[slug]/feed.xml/route', 'app/people/[slug]/feed.xml/route'],
]
const sitemaps = ['app/sitemap.xml/route', 'app/sitemaps/[file]/route', 'app/news-sitemap.xml/route']
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
  'app/api/health/route': [`${generation}/index.json`, `${generation}/search.db`, native],
  ...Object.fromEntries([...feeds, ...sitemaps].map((name) => [name, [`${generation}/index.json`]])),
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
  const all = readdirSync(join(root, generation), { recursive: true, encoding: 'utf8' })
    .map((file) => `${generation}/${file}`)
    .filter((file) => statSync(join(root, file)).isFile())
  expect(all.length).toBeGreaterThan(10)
  for (const name of ['middleware', 'app/articles/[slug]/page', 'app/photos/[...path]/route', ...feeds])
    expect(functions.get(name), name).toEqual(expect.arrayContaining(all))
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

test('pages may run the inline scripts they arrive with, and nobody else may', () => {
  const page = readFileSync(join(root, server, 'app/latest.html'), 'utf8')
  expect(page).toMatch(/<script>/)
  const { headers } = JSON.parse(readFileSync(join(root, '.next/routes-manifest.json'), 'utf8'))
  const policies = JSON.stringify(headers).match(/script-src [^;]*/g)
  expect(policies).toEqual(["script-src 'self' 'unsafe-inline'"])
})
