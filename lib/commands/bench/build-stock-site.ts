import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const config = `export default {
  typescript: { ignoreBuildErrors: true },
  images: { loader: 'custom', loaderFile: './lib/photo-loader.ts' },
}
`

/** Builds the pages of the last build with Next as it comes, without press, newsstand and gate, and gives the folder. */
export function buildStockSite(): string {
  const folder = '.data/bench/stock'
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const part of ['app', 'components', 'lib', '.contentlayer/reload.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(part, join(folder, part), { recursive: true })
  }
  cpSync('.next/standalone/.contentlayer/generation', join(folder, '.contentlayer/generation'), { recursive: true })
  writeFileSync(join(folder, 'next.config.mjs'), config)
  // Next would go up to the publication's own.
  writeFileSync(join(folder, 'instrumentation.ts'), 'export const register = () => {}\n')
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'next', 'build'], {
    cwd: folder,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The stock site does not build: ${stdout}${stderr}`)
  return folder
}
