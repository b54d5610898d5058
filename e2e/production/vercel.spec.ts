import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { emptyFolder } from '#lib/tools/testing/start-site'
import { repository } from './site'

/** A copy of the repository that Vercel's CLI built, and the output that it would upload. */
let root = ''
let output = ''

/** Vercel's limit for an unpacked function, in bytes. */
const limit = 250 * 2 ** 20

test.describe.configure({ mode: 'default' })

test.beforeAll(() => {
  test.setTimeout(600_000)
  root = emptyFolder()
  output = join(root, '.vercel/output')
  const isMade = /^(\.git|\.next|\.data|\.contentlayer|\.vercel|node_modules|test-results)$/
  const sources = readdirSync(repository).filter((name) => !isMade.test(name))
  run('cp', ['-a', ...sources, root], repository)
  run('cp', [statSync(root).dev === statSync(repository).dev ? '-al' : '-a', 'node_modules', root], repository)
  mkdirSync(join(root, '.vercel'))
  const settings = { framework: 'nextjs', nodeVersion: '22.x', installCommand: 'true', buildCommand: 'npm run build' }
  writeFileSync(join(root, '.vercel/project.json'), JSON.stringify({ projectId: 'prj', orgId: 'team', settings }))
  run(resolve(repository, process.env.VERCEL_COMMAND ?? ''), ['build', '--yes', '--token', 'none'], root)
})

test.afterAll(() => rmSync(root, { recursive: true }))

function run(command: string, args: string[], cwd: string) {
  const env = { ...process.env, VERCEL: '1', CONTENT_DIR: 'content', VERCEL_TELEMETRY_DISABLED: '1' }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  expect(status, stdout + stderr).toBe(0)
}

const functions = () => join(output, 'functions')
const list = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' })
const readJson = (file: string) => JSON.parse(readFileSync(join(output, file), 'utf8'))

/** The page that was generated for a path below `/rendered/`, and the status and headers that Vercel sends. */
function getPage(path: string) {
  const name = `functions/rendered/${path}`
  const { initialStatus = 200, initialHeaders, fallback, expiration } = readJson(`${name}.prerender-config.json`)
  const html = readFileSync(join(functions(), 'rendered', `${path}/../${fallback.fsPath}`), 'utf8')
  return { html, status: initialStatus, type: initialHeaders['content-type'], expiration }
}

/** The files of a function: those in its folder, and those in the repository that it names. */
function filesOf(name: string): Map<string, string> {
  const folder = realpathSync(join(functions(), `${name}.func`))
  const { filePathMap = {} } = JSON.parse(readFileSync(join(folder, '.vc-config.json'), 'utf8'))
  const own = list(folder).map((file): [string, string] => [file, join(folder, file)])
  return new Map([
    ...own,
    ...Object.entries<string>(filePathMap).map(([to, from]): [string, string] => [to, join(root, from)]),
  ])
}

test('every generated page is a document without any script of the framework', () => {
  const pages = list(join(functions(), 'rendered')).filter((file) => file.endsWith('.prerender-fallback.body'))
  expect(pages.length).toBeGreaterThan(60)
  for (const page of pages) {
    const html = readFileSync(join(functions(), 'rendered', page), 'utf8')
    expect(html, page).toMatch(/^<!DOCTYPE html><html[\s\S]*<\/html>$/)
    expect(html, page).not.toMatch(/\/_next\/|__next_f|TURBOPACK/)
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes)
    expect(
      scripts.filter((script) => !/type="|src="\/scripts\//.test(script ?? '')),
      page,
    ).toEqual([])
  }
})

test('the reference story stays within its budget', () => {
  const { html, status, type, expiration } = getPage('200/articles/north-korea-troops-russia')
  expect([status, type, expiration]).toEqual([200, 'text/html; charset=utf-8', 60])
  expect(gzipSync(html).length).toBeLessThanOrEqual(14_600)
})

test('an unknown address answers 404 with a page', () => {
  const { html, status } = getPage('404')
  expect(status).toBe(404)
  expect(html).toContain('There is nothing at this address')
})

test('no address bypasses the gate, and the framework’s own documents cannot be requested', () => {
  const { routes } = readJson('config.json')
  const gate = routes.findIndex(({ middlewarePath }: { middlewarePath?: string }) => middlewarePath)
  const isGated = (path: string) => new RegExp(routes[gate].src).test(path)
  const ofNext = [
    '/404',
    '/404.html',
    '/500',
    '/500.html',
    '/_not-found',
    '/_global-error',
    '/_next/image',
    '/latest.rsc',
  ]
  const ofOurs = [
    '/',
    '/latest',
    '/articles/talks',
    '/articles/%ED%95%9C',
    '/rendered/404',
    '/photos/a.png',
    '/api/health',
  ]
  for (const path of [...ofNext, ...ofOurs]) expect([path, isGated(path)]).toEqual([path, true])
  // Only files for browsers bypass the gate, which no page uses; missing ones get a plain-text 404.
  expect(isGated('/_next/static/chunks/nothing.js')).toBe(false)
  const missing = routes.find(({ src }: { src?: string }) => src === '/_next/static/.+')
  expect(missing).toMatchObject({ status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  // No route before the gate answers a request.
  const before = routes.slice(0, gate).filter(({ continue: goesOn }: { continue?: boolean }) => !goesOn)
  expect(before).toEqual([])
  const statics = list(join(output, 'static')).filter((file) => file.endsWith('.html'))
  expect(statics.sort()).toEqual(['404.html', '500.html'])
})

test('the policy of every response forbids inline scripts', () => {
  const { routes } = readJson('config.json')
  const policies = JSON.stringify(routes).match(/script-src [^;]*/g)
  expect(policies).toEqual(["script-src 'self' 'inline-speculation-rules'"])
})

const snapshot = '.contentlayer/snapshot'
const native = 'node_modules/@libsql/linux-x64-gnu/index.node'
const all = [`${snapshot}/index.json`, `${snapshot}/bodies/articles/north-korea-troops-russia.json`]
const needs: Record<string, string[]> = {
  _middleware: [`${snapshot}/index.json`, 'app/scripts/report-read.js'],
  'rendered/[...target]': [...all, '.contentlayer/styles.css', 'app/scripts/report-read.js', native],
  'scripts/[file]': ['app/scripts/report-read.js'],
  search: [`${snapshot}/index.json`, `${snapshot}/search.db`, '.contentlayer/styles.css', native],
  'api/reads': [`${snapshot}/index.json`, native],
  'api/hot-this-week': [`${snapshot}/index.json`, native],
  'api/preview': [...all, '.contentlayer/styles.css'],
  'api/health': [`${snapshot}/index.json`, `${snapshot}/search.db`, native],
  'photos/[...path]': [`${snapshot}/index.json`, `${snapshot}/photos/two-clocks.png`],
  ...Object.fromEntries(
    [
      'feed.xml',
      'atom.xml',
      'feed.json',
      'corrections/feed.xml',
      'topics/[slug]/feed.xml',
      'people/[slug]/feed.xml',
    ].map((name) => [name, all]),
  ),
  ...Object.fromEntries(['sitemap.xml', 'sitemaps/[file]', 'news-sitemap.xml'].map((name) => [name, [all[0] ?? '']])),
  'articles/[slug]/share.png': ['node_modules/@fontsource/noto-serif-kr/unicode.json'],
}

for (const [name, files] of Object.entries(needs)) {
  test(`the function for ${name} gets the files that it reads`, () => {
    const given = filesOf(name)
    for (const file of files) expect([file, existsSync(given.get(file) ?? '')]).toEqual([file, true])
  })
}

test('functions that render bodies and pictures get the whole snapshot', () => {
  const made = list(join(root, snapshot)).filter((file) => statSync(join(root, snapshot, file)).isFile())
  expect(made.length).toBeGreaterThan(60)
  const files = made.map((file) => `${snapshot}/${file}`)
  for (const name of ['rendered/[...target]', 'photos/[...path]', 'feed.xml'])
    expect([...filesOf(name).keys()], name).toEqual(expect.arrayContaining(files))
})

test('functions for share images get the font, and those for pictures get sharp’s native library', () => {
  const share = [...filesOf('articles/[slug]/share.png').keys()]
  expect(share.filter((file) => file.endsWith('.woff')).length).toBeGreaterThan(100)
  for (const name of ['articles/[slug]/share.png', 'photos/[...path]'])
    expect([...filesOf(name).keys()]).toContainEqual(expect.stringMatching(/@img\/sharp-linux-x64\/.*\.node$/))
})

test('each function stays below the limit, and so do all together', () => {
  const names = list(functions()).filter((file) => file.endsWith('.func'))
  const files = new Map(names.flatMap((name) => [...filesOf(name.slice(0, -'.func'.length))]))
  const sizes = [...files.values()].filter((file) => existsSync(file)).map((file) => statSync(file).size)
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`${names.length} functions; all of their files: ${(bytes / 2 ** 20).toFixed(1)} MB`)
  expect(bytes).toBeGreaterThan(2 ** 20)
  expect(bytes).toBeLessThan(limit)
})
