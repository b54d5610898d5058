import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generationDir } from '#lib/generation'
import { refuseWrongEnvironment } from '#lib/server/refuse-wrong-environment'
import { buildContent } from './build-content'
import { buildStyles } from './build-styles'
import { getSoundWords } from './check-content'
import { findClientComponents } from './find-client-components'
import { linkOrCopyFolder } from './link-or-copy'
import { movePrerendered, nameEdition } from './move-prerendered'
import { getPublisherBundle } from './publisher-bundle.mjs'
import { writeReloadFile } from './reload-file'
import { bundleServer } from './server-bundle'
import { takeStep } from './take-step'

/** `npm run build`: checks the words, makes them into a generation, and builds a folder that runs with Node alone. */
const { SITE_URL } = refuseWrongEnvironment()
const words = await takeStep('Checks', () => getSoundWords())
if (!words) process.exit(1)
/** Whoever lets Next serve the pages has deleted it. */
const hasOwnServer = existsSync('app/server.ts')
const clients = hasOwnServer ? findClientComponents('.') : []
for (const file of clients) console.error(`${file} is a client component, but pages go out without a runtime for it`)
if (clients.length > 0) process.exit(1)
await takeStep('Content step', () => buildContent(words))
await buildStyles()
writeReloadFile('')

const edition = nameEdition()
const { status } = spawnSync('npx', ['--no-install', 'next', 'build'], {
  stdio: 'inherit',
  env: { ...process.env, SITE_URL, DATELINE_PHASE: 'build', NEXT_TELEMETRY_DISABLED: '1' },
})
if (status !== 0) process.exit(status ?? 1)
// Vercel takes what Next leaves.
if (!process.env.VERCEL && hasOwnServer) await finishServer('.next/standalone')

/** Makes what Next left into the folder of our own server. */
async function finishServer(folder: string): Promise<void> {
  movePrerendered(folder, edition)
  // Next's own server, which ours does without.
  for (const part of ['server', 'node_modules']) rmSync(join(folder, '.next', part), { recursive: true, force: true })
  for (const part of ['next', '@next', 'react', 'react-dom', 'styled-jsx', '@swc'])
    rmSync(join(folder, 'node_modules', part), { recursive: true, force: true })
  linkOrCopyFolder(generationDir, join(folder, generationDir))
  await bundleServer(join(folder, 'server'))
  copyFileSync('lib/server/entry.mjs', join(folder, 'server.js'))
  writeFileSync(join(folder, 'site-url'), SITE_URL)
  // The first publication shall cost no more than those after it.
  await getPublisherBundle()
}
