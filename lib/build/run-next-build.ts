import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildCacheDir } from '#content/build-cache/build-cache-database'
import { hashOf } from '#content/build-cache/rules-key'
import { stylesFile } from '#lib/snapshot/paths'
import { buildStyles } from './build-styles'
import { commandFolders, keyOfCode } from './key-of-code.mjs'
import { bundleServer } from './server-bundle'

/** Bundles the server and writes the styles. */
export const bundleDir = '.next/own-server'
const keptStyles = '.next/own-styles.css'

/** What a build writes into `.next` besides compiled code. */
const notCompiled = new Set(['cache', 'dev', 'standalone', 'trace', 'trace-build', 'diagnostics', 'prerendered.json'])

/** Compiles the code with Next, and generates pages. Returns its exit code. */
export async function runNextBuild(siteUrl: string): Promise<number> {
  await buildStyles()
  return runNext(siteUrl)
}

/**
 * The same for our own server, with its bundle. If the code is the same as in an earlier build, Next reuses the compiled
 * code and only generates pages.
 */
export async function buildForOwnServer(siteUrl: string): Promise<number> {
  const kept = toKept(siteUrl)
  if (existsSync(kept)) {
    for (const name of readdirSync(kept)) copyAnew(join(kept, name), join('.next', name))
    copyFileSync(keptStyles, stylesFile)
    const status = runNext(siteUrl, '--experimental-build-mode', 'generate')
    // If the reused code is damaged, the next build starts without it.
    if (status !== 0) rmSync(kept, { recursive: true, force: true })
    return status
  }
  const status = await runNextBuild(siteUrl)
  if (status !== 0) return status
  await bundleServer(bundleDir)
  copyFileSync(stylesFile, keptStyles)
  return 0
}

function runNext(siteUrl: string, ...options: string[]): number {
  const env = { ...process.env, SITE_URL: siteUrl, DATELINE_PHASE: 'build', NEXT_TELEMETRY_DISABLED: '1' }
  return spawnSync('node_modules/.bin/next', ['build', ...options], { stdio: 'inherit', env }).status ?? 1
}

/** Keeps the compiled code for later builds of the same code. Call it after the generated pages were moved away. */
export function keepCompiled(siteUrl: string): void {
  const kept = toKept(siteUrl)
  if (existsSync(kept)) return
  mkdirSync(buildCacheDir, { recursive: true })
  for (const name of readdirSync(buildCacheDir)) {
    if (name.startsWith('compiled-')) rmSync(join(buildCacheDir, name), { recursive: true })
  }
  for (const name of readdirSync('.next')) {
    if (!notCompiled.has(name)) copyAnew(join('.next', name), join(`${kept}.next`, name))
  }
  renameSync(`${kept}.next`, kept)
}

function copyAnew(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
}

/** The folder for compiled code, named by a hash of the code, the origin, Node's version and the path. */
function toKept(siteUrl: string): string {
  const code = keyOfCode(['app', 'components', ...commandFolders], ['.', 'content'])
  return join(buildCacheDir, `compiled-${hashOf(siteUrl, process.version, process.cwd(), code).slice(0, 16)}`)
}
