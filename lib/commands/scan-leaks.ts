import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { count } from '#lib/rules/count'
import { previewPath } from '#lib/rules/links'
import { type Leak, mark } from '#lib/tools/leaks/leak'
import { hiddenSlug, leakEdition } from '#lib/tools/leaks/leak-edition'
import { scanFiles } from '#lib/tools/leaks/scan-files'
import { scanSite } from '#lib/tools/leaks/scan-site'
import { startSite } from '#lib/tools/testing/start-site'
import { writeEdition } from '#lib/tools/testing/write-content'

/**
 * `npm run scan:leaks`: builds a publication whose hidden stories are full of marks. Searches for the marks in every
 * build file that a browser can reach and in every response of the running site. Exits with code 1 when it finds one.
 */
const content = '.data/leaks/content'
/**
 * Build files that no browser can reach: the build cache, files that only the server reads, and lists of such files.
 */
const unreachable = /^(cache|standalone\/\.contentlayer|standalone\/node_modules)\/|\.nft\.json$/
const secret = mark('preview', 'thesecret')

writeEdition(content, await leakEdition())
build()
const data = mkdtempSync(join(tmpdir(), 'dateline-leaks-'))
const { url, said, stop } = await startSite({
  folder: '.next/standalone',
  env: { DATA_DIR: data, TRUSTED_PROXIES: '1', PREVIEW_SECRET: secret },
})
try {
  const { leaks, answers } = await scanSite(get, post, new Date())
  const all = [...scanFiles('.next', unreachable), ...leaks, ...(await findInLog())]
  for (const { where, what } of all) console.log(`${where}: ${what}`)
  console.log(
    `${count(answers, 'answer', 'answers')} and every file of the build: ${count(all.length, 'leak', 'leaks')}.`,
  )
  process.exitCode = all.length === 0 ? 0 : 1
} finally {
  await stop()
  rmSync(data, { recursive: true, force: true })
}

function build(): void {
  const env = { ...process.env, CONTENT_DIR: content, PRERENDER_LIMIT: 'all' }
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { env, encoding: 'utf8' })
  if (status === 0) return
  console.error(stdout + stderr)
  process.exit(1)
}

/** Sends each request from another client address, so that no rate limit applies. */
function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const client = { 'X-Forwarded-For': `192.0.2.${Math.floor(Math.random() * 256)}` }
  return fetch(url + path, { headers: { ...headers, ...client }, redirect: 'manual' })
}

function post(path: string, body: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0' }
  return fetch(url + path, { method: 'POST', headers, body })
}

/** Does the server log the secret when a request with the secret opens a preview? */
async function findInLog(): Promise<Leak[]> {
  const { status } = await get(`${previewPath}?${new URLSearchParams({ secret, slug: hiddenSlug('draft') })}`)
  if (status !== 200) return [{ where: previewPath, what: `answers ${status} to the right secret` }]
  return said().includes(secret) ? [{ where: 'log of the server', what: 'the secret of the preview' }] : []
}
