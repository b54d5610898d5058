import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hashOf } from '#content/rules-key'
import { codeFolders, keyOfCode } from './key-of-code.mjs'

const folder = '.next/cache/dateline'
/** What a build writes into `.next` beside what it compiled. */
const notCompiled = new Set(['cache', 'dev', 'standalone', 'trace', 'trace-build', 'diagnostics', 'prerendered.json'])

type Options = {
  siteUrl: string
  /** Is what was compiled kept? Where the code is the same, Next then only generates pages. */
  isKept: boolean
}

/** Lets Next compile the code and generate pages. Returns its exit code. */
export function runNextBuild({ siteUrl, isKept }: Options): number {
  const kept = join(folder, `compiled-${keyOfCompiled(siteUrl)}`)
  const isKnown = isKept && existsSync(kept)
  if (isKnown) for (const name of readdirSync(kept)) copyAnew(join(kept, name), join('.next', name))
  const { status } = spawnSync(
    'node_modules/.bin/next',
    ['build', ...(isKnown ? ['--experimental-build-mode', 'generate'] : [])],
    {
      stdio: 'inherit',
      env: { ...process.env, SITE_URL: siteUrl, DATELINE_PHASE: 'build', NEXT_TELEMETRY_DISABLED: '1' },
    },
  )
  // Whatever is wrong with what was kept, the next build begins without it.
  if (status !== 0) rmSync(kept, { recursive: true, force: true })
  return status ?? 1
}

/** Keeps what Next compiled, without the pages that were generated, for builds of the same code. */
export function keepCompiled(siteUrl: string): void {
  const kept = join(folder, `compiled-${keyOfCompiled(siteUrl)}`)
  if (existsSync(kept)) return
  mkdirSync(dirname(kept), { recursive: true })
  for (const name of readdirSync(folder)) {
    if (name.startsWith('compiled-')) rmSync(join(folder, name), { recursive: true })
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

let key: string | undefined

/** Stands for all that Next compiles, and for what it writes into it. */
function keyOfCompiled(siteUrl: string): string {
  key ??= hashOf(siteUrl, process.version, process.cwd(), keyOfCode(codeFolders, ['.', 'content'])).slice(0, 16)
  return key
}
