import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Builds the pages of a built site with Next as it comes, without our renderer, server and gate. This is what is left for
 * whoever deletes them.
 */
export function buildStockSite(site: string, folder: string, more: Record<string, string> = {}): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const part of ['app', 'components', 'lib', '.contentlayer/reload.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(part, join(folder, part), { recursive: true })
  }
  rmSync(join(folder, 'app/rendered'), { recursive: true })
  cpSync(join(site, '.contentlayer'), join(folder, '.contentlayer'), { recursive: true })
  writeFileSync(join(folder, 'next.config.mjs'), 'export default { typescript: { ignoreBuildErrors: true } }\n')
  // Next would go up to the publication's own.
  writeFileSync(join(folder, 'instrumentation.ts'), 'export const register = () => {}\n')
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'next', 'build'], {
    cwd: folder,
    env: { ...process.env, ...more, DATELINE_PHASE: 'build', NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The stock site does not build: ${stdout}${stderr}`)
}
