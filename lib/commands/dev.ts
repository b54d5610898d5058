import { spawn } from 'node:child_process'
import { checkContent } from '#content/checks/check-content'
import { formatFault } from '#content/checks/fault'
import { buildContent } from '#lib/publish/build-content'
import { writeReloadFile } from '#lib/publish/reload-file'
import { watchWords } from '#lib/publish/watch-content'
import { refuseWrongEnvironment } from '#lib/runtime/refuse-wrong-environment'

/** `npm run dev`: the site with live reload. A fault in the words shows in the browser until it is mended. */
const { PORT } = refuseWrongEnvironment()

async function refresh(): Promise<void> {
  const { faults, words } = await checkContent(new Date())
  const lines = faults.map(formatFault).join('\n')
  if (faults.length === 0) await buildContent(words)
  else console.error(lines)
  writeReloadFile(lines)
}

/** An editor writes a file in a few steps, each within this many milliseconds of the one before. */
const restMs = 20

await watchWords(refresh, restMs)
const next = spawn('node_modules/.bin/next', ['dev', '--port', String(PORT)], { stdio: 'inherit' })
// Whoever ends this process ends both.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => next.kill(signal))
next.on('exit', (code) => process.exit(code ?? 0))
