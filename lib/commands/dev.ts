import { spawn } from 'node:child_process'
import { checkContent } from '#content/checks/check-content'
import { formatError } from '#content/checks/content-error'
import { buildContent } from '#lib/publish/build-content'
import { writeReloadFile } from '#lib/publish/reload-file'
import { watchContent } from '#lib/publish/watch-content'
import { refuseWrongEnvironment } from '#lib/runtime/refuse-wrong-environment'

/** `npm run dev`: the site with live reload. An error in the content shows in the browser until it is mended. */
const { PORT } = refuseWrongEnvironment()

async function refresh(): Promise<void> {
  const { errors, content } = await checkContent(new Date())
  const lines = errors.map(formatError).join('\n')
  if (errors.length === 0) await buildContent(content)
  else console.error(lines)
  writeReloadFile(lines)
}

/** An editor writes a file in a few steps, each within this many milliseconds of the one before. */
const restMs = 20

await watchContent(refresh, restMs)
const next = spawn('node_modules/.bin/next', ['dev', '--port', String(PORT)], { stdio: 'inherit' })
// Whoever ends this process ends both.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => next.kill(signal))
next.on('exit', (code) => process.exit(code ?? 0))
