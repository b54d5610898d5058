import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generationDir } from '#lib/generation'
import { refuseWrongEnvironment } from '#lib/server/refuse-wrong-environment'
import { buildContent } from './build-content'
import { buildStyles } from './build-styles'
import { getSoundWords } from './check-content'
import { findClientComponents } from './find-client-components'
import { linkOrCopyFolder } from './link-or-copy'
import { getPublisherBundle } from './publisher-bundle.mjs'
import { writeReloadFile } from './reload-file'
import { removePrerendered } from './remove-prerendered'
import { takeStep } from './take-step'

/** `npm run build`: checks the words, makes them into a generation, and builds a folder that runs with Node alone. */
const { SITE_URL } = refuseWrongEnvironment()
const words = await takeStep('Checks', () => getSoundWords())
if (!words) process.exit(1)
const clients = findClientComponents('.')
for (const file of clients) console.error(`${file} is a client component, but pages go out without a runtime for it`)
if (clients.length > 0) process.exit(1)
await takeStep('Content step', () => buildContent(words))
await buildStyles()
writeReloadFile('')

const { status } = spawnSync('npx', ['--no-install', 'next', 'build'], {
  stdio: 'inherit',
  env: { ...process.env, SITE_URL, NEXT_TELEMETRY_DISABLED: '1' },
})
if (status !== 0) process.exit(status ?? 1)

const standalone = '.next/standalone'
removePrerendered(`${standalone}/.next/server/app`)
// Vercel takes the pages from here, and lets tracing bring the words to each function.
if (!process.env.VERCEL) {
  removePrerendered('.next/server/app')
  linkOrCopyFolder(generationDir, join(standalone, generationDir))
  // The first publication shall cost no more than those after it.
  await getPublisherBundle()
}
// Next leaves its static files beside the standalone folder for a CDN; a Node host serves them itself.
cpSync('.next/static', `${standalone}/.next/static`, { recursive: true })
renameSync(`${standalone}/server.js`, `${standalone}/next-server.js`)
copyFileSync('lib/server/entry.mjs', `${standalone}/server.js`)
writeFileSync(`${standalone}/site-url`, SITE_URL)
