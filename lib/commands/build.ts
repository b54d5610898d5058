import { existsSync } from 'node:fs'
import { findClientComponents } from '#lib/build/find-client-components'
import { nameEdition } from '#lib/build/move-prerendered'
import { buildForOwnServer, keepCompiled, runNextBuild } from '#lib/build/run-next-build'
import { writeSite } from '#lib/build/write-site'
import { buildContent } from '#lib/publish/build-content'
import { writeReloadFile } from '#lib/publish/reload-file'
import { getValidContent } from '#lib/publish/report-errors'
import { refuseWrongEnvironment } from '#lib/runtime/refuse-wrong-environment'

/** `npm run build`: checks the content, makes it into a snapshot, and builds a folder that runs with Node alone. */
const { SITE_URL } = refuseWrongEnvironment()
const content = await takeStep('Checks', () => getValidContent())
if (!content) process.exit(1)
/** Whoever lets Next serve the pages has deleted it. */
const hasOwnServer = existsSync('app/server.ts')
const clients = hasOwnServer ? findClientComponents('.') : []
for (const file of clients) console.error(`${file} is a client component, but pages go out without a runtime for it`)
if (clients.length > 0) process.exit(1)
await takeStep('Content step', () => buildContent(content))
writeReloadFile('')

const edition = nameEdition()
// Vercel takes what Next leaves.
const isForOwnServer = hasOwnServer && !process.env.VERCEL
const status = await (isForOwnServer ? buildForOwnServer(SITE_URL) : runNextBuild(SITE_URL))
if (status !== 0) process.exit(status)
if (isForOwnServer) {
  writeSite('.next/standalone', SITE_URL, edition)
  keepCompiled(SITE_URL)
}

/** Takes a step of a command and says how many seconds it took, by the clock and of this process's CPU time. */
async function takeStep<Result>(name: string, step: () => Promise<Result>): Promise<Result> {
  const start = performance.now()
  const before = process.cpuUsage()
  const result = await step()
  const { user, system } = process.cpuUsage(before)
  const wall = (performance.now() - start) / 1000
  console.log(`${name}: ${wall.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of CPU time`)
  return result
}
