import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Next's configuration for a site without a gate. `npx tsc` checks its types with the rest of the project. */
const plainConfig = 'export default { typescript: { ignoreBuildErrors: true } }\n'
const untyped = '=> ({ typescript: { ignoreBuildErrors: true },'

/**
 * Builds the pages of a built site with stock Next, as decision 0042 says: without the renderer and our server. Also
 * leaves out the gate where a benchmark must not measure it.
 */
export function buildStockSite(
  site: string,
  folder: string,
  { hasGate = false, env = {} as Record<string, string> } = {},
): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const part of ['app', 'components', 'lib', '.contentlayer/reload.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(part, join(folder, part), { recursive: true })
  }
  rmSync(join(folder, 'app/rendered'), { recursive: true })
  rmSync(join(folder, 'app/server.ts'))
  cpSync(join(site, '.contentlayer'), join(folder, '.contentlayer'), { recursive: true })
  const isRendered = 'const isRendered = (phase) => phase !== PHASE_DEVELOPMENT_SERVER'
  const config = readFileSync('next.config.mjs', 'utf8')
  if (!config.includes(isRendered)) throw new Error('next.config.mjs says otherwise who makes pages')
  writeFileSync(
    join(folder, 'next.config.mjs'),
    hasGate ? config.replace(isRendered, 'const isRendered = () => false').replace('=> ({', untyped) : plainConfig,
  )
  if (hasGate) cpSync('proxy.ts', join(folder, 'proxy.ts'))
  // Without this file, Next would use the publication's own in a parent folder.
  writeFileSync(join(folder, 'instrumentation.ts'), 'export const register = () => {}\n')
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'next', 'build'], {
    cwd: folder,
    env: { ...process.env, ...env, DATELINE_PHASE: 'build', NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The stock site does not build: ${stdout}${stderr}`)
}
