import { existsSync } from 'node:fs'
import { findClientComponents } from '#lib/build/find-client-components'
import { nameEdition } from '#lib/build/move-prerendered'
import { buildForOwnServer, keepCompiled, runNextBuild } from '#lib/build/run-next-build'
import { writeSite } from '#lib/build/write-site'
import { buildContent } from '#lib/publish/build-content'
import { writeReloadFile } from '#lib/publish/reload-file'
import { getValidContent } from '#lib/publish/report-errors'
import { refuseWrongEnvironment } from '#lib/runtime/refuse-wrong-environment'

/** `npm run build`: checks the content, makes a snapshot of it, and builds a folder that needs only Node to run. */
const { SITE_URL } = refuseWrongEnvironment()
const content = await takeStep('Checks', () => getValidContent())
if (!content) process.exit(1)
/** Missing in a project where Next serves the pages. */
const hasOwnServer = existsSync('app/server.ts')
const clients = hasOwnServer ? findClientComponents('.') : []
for (const file of clients) console.error(`${file} is a client component, but pages go out without a runtime for it`)
if (clients.length > 0) process.exit(1)
await takeStep('Content step', () => buildContent(content))
writeReloadFile('')

const edition = nameEdition()
// On Vercel, the build ends with Next's own output.
const isForOwnServer = hasOwnServer && !process.env.VERCEL
const status = await (isForOwnServer ? buildForOwnServer(SITE_URL) : runNextBuild(SITE_URL))
if (status !== 0) process.exit(status)
if (isForOwnServer) {
  writeSite('.next/standalone', SITE_URL, edition)
  keepCompiled(SITE_URL)
}

/** Runs a step of the command and prints its wall time and the CPU time of this process, in seconds. */
async function takeStep<Result>(name: string, step: () => Promise<Result>): Promise<Result> {
  const start = performance.now()
  const before = process.cpuUsage()
  const result = await step()
  const { user, system } = process.cpuUsage(before)
  const wall = (performance.now() - start) / 1000
  console.log(`${name}: ${wall.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of CPU time`)
  return result
}
