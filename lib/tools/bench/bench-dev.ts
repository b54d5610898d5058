import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { articlePath } from '#lib/rules/links'
import { findBrowser } from '../testing/find-browser'
import { generateStories } from '../testing/generate-stories'
import { writeEdition } from '../testing/write-content'
import { astroCompetitor } from './astro-competitor'
import type { BuildCompetitor } from './build-competitor'
import { datelineCompetitor } from './dateline-competitor'
import { median } from './median'
import { tableRow, tableTop } from './table'

/**
 * `npm run bench -- dev [sizes]`: the time from saving a story until a browser shows it in development, compared with
 * Next's reload of a page's own code in the same session, and with Astro. Prints medians of this many saves.
 */
const sizes = (process.argv[2] ?? '200,2000').split(',').map(Number)
const saves = 9
const port = 3236

type Session = { name: string; competitor: BuildCompetitor; command: string[]; address: (slug: string) => string }

const dateline: Session = {
  name: 'Dateline',
  competitor: datelineCompetitor,
  command: ['npm', 'run', 'dev'],
  address: articlePath,
}
const astro: Session = {
  name: 'Astro',
  competitor: astroCompetitor,
  command: ['npx', '--no-install', 'astro', 'dev', '--port', `${port}`],
  address: (slug) => `/articles/${slug}`,
}

/** The file to edit and where in it the edit goes. */
const edits = {
  story: (text: string, words: string) => `${text}\n${words}\n`,
  page: (text: string, words: string) => text.replace('<ReadReport', `<p>${words}</p>\n      <ReadReport`),
}

const root = mkdtempSync(join(tmpdir(), 'dateline-bench-dev-'))
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
try {
  console.log(tableTop(['stories', 'what is saved', `ms until it shows, median of ${saves}`, 'slowest']))
  for (const session of [dateline, astro]) {
    session.competitor.setUp(join(root, session.name))
    for (const size of sizes) await measure(session, size)
    rmSync(join(root, session.name), { recursive: true })
  }
} finally {
  await browser.close()
  rmSync(root, { recursive: true, force: true })
}

async function measure({ name, competitor, command, address }: Session, size: number): Promise<void> {
  const site = join(root, name)
  writeEdition(join(site, 'words'), generateStories(size))
  for (const path of competitor.output) rmSync(join(site, path), { recursive: true, force: true })
  const slug = `story-${size}`
  const files = {
    story: join(site, `words/articles/${Math.ceil(size / 500)}/${slug}.mdx`),
    page: join(site, 'app/articles/[slug]/page.tsx'),
  }
  const [program = '', ...args] = command
  const env = { ...process.env, ...competitor.env, PORT: `${port}` }
  const server = spawn(program, args, { cwd: site, env, stdio: 'ignore', detached: true })
  try {
    const page = await open(`http://localhost:${port}${address(slug)}`)
    for (const kind of name === 'Dateline' ? (['story', 'page'] as const) : (['story'] as const)) {
      const times: number[] = []
      for (let save = 0; save <= saves; save++) times.push(await saveAndSee(page, files[kind], edits[kind], save))
      const counted = times.slice(1).sort((a, b) => a - b)
      const what = `${name}: ${kind === 'story' ? 'a story' : "a page's code"}`
      console.log(tableRow([size, what, median(counted).toFixed(0), counted.at(-1)?.toFixed(0) ?? '']))
    }
    await page.close()
  } finally {
    await end(server)
  }
}

/** Opens a page once the server answers. The server may compile the page first. */
async function open(url: string): Promise<Page> {
  const page = await browser.newPage()
  for (let attempt = 0; ; attempt++) {
    const response = await page.goto(url, { timeout: 120_000 }).catch(() => undefined)
    if (response?.ok()) break
    if (attempt === 300) throw new Error(`Nothing answers at ${url}`)
    await page.waitForTimeout(500)
  }
  await page.waitForTimeout(3000)
  return page
}

/** Saves an edit and returns the milliseconds until the browser shows it. Restores the file afterwards. */
async function saveAndSee(
  page: Page,
  file: string,
  edit: (text: string, words: string) => string,
  number: number,
): Promise<number> {
  const before = readFileSync(file, 'utf8')
  const words = `Edited for the time number ${number}.`
  const start = performance.now()
  writeFileSync(file, edit(before, words))
  await see(page, words, true)
  const time = performance.now() - start
  writeFileSync(file, before)
  await see(page, words, false)
  await page.waitForTimeout(300)
  return time
}

async function see(page: Page, words: string, isThere: boolean): Promise<void> {
  for (;;) {
    try {
      const look = ([text, wanted]: [string, boolean]) => document.body?.textContent.includes(text) === wanted
      await page.waitForFunction(look, [words, isThere] as [string, boolean], { polling: 'raf', timeout: 60_000 })
      return
    } catch (error) {
      // A reload ends a wait for a change of the page.
      if (!/context was destroyed|navigation/i.test(String(error))) throw error
    }
  }
}

async function end(server: ChildProcess): Promise<void> {
  process.kill(-Number(server.pid), 'SIGTERM')
  if (server.exitCode === null) await once(server, 'exit')
}
