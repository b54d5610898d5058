import { spawn } from 'node:child_process'
import { checkContent } from '#content/checks/check-content'
import { formatError } from '#content/checks/content-error'
import { buildContent } from '#lib/publish/build-content'
import { writeReloadFile } from '#lib/publish/reload-file'
import { watchContent } from '#lib/publish/watch-content'
import { refuseWrongEnvironment } from '#lib/runtime/refuse-wrong-environment'

/** `npm run dev`: the site with live reload. The browser shows an error in the content until it is fixed. */
const { PORT } = refuseWrongEnvironment()

async function refresh(): Promise<void> {
  const { errors, content } = await checkContent(new Date())
  const lines = errors.map(formatError).join('\n')
  if (errors.length === 0) await buildContent(content)
  else console.error(lines)
  writeReloadFile(lines)
}

/** Editors write a file in several steps, each at most this many milliseconds after the one before. */
const restMs = 20

await watchContent(refresh, restMs)
const next = spawn('node_modules/.bin/next', ['dev', '--port', String(PORT)], { stdio: 'inherit' })
// A signal to this process also ends Next.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => next.kill(signal))
next.on('exit', (code) => process.exit(code ?? 0))
