import { spawn } from 'node:child_process'
import { mkdirSync, watch, writeFileSync } from 'node:fs'
import { checkContent } from '#content/checks/check-content'
import { formatFault } from '#content/checks/fault'
import { contentDir } from '#content/content-dir'
import { readEnvironment } from '#lib/env'
import { buildContent } from './build-content'

/** `npm run dev`: the site with live reload. A fault in the words shows in the browser until it is mended. */
const { PORT } = readEnvironment()
const reloadFile = '.contentlayer/reload.mjs'

async function refresh(): Promise<void> {
  const { faults } = await checkContent(new Date())
  const lines = faults.map(formatFault).join('\n')
  if (faults.length === 0) await buildContent()
  else console.error(lines)
  mkdirSync('.contentlayer', { recursive: true })
  writeFileSync(
    reloadFile,
    faults.length === 0 ? `export default ${Date.now()}\n` : `throw new Error(${JSON.stringify(lines)})\n`,
  )
}

let timer: NodeJS.Timeout | undefined
let running = Promise.resolve()

await refresh()
watch(contentDir(), { recursive: true }, () => {
  clearTimeout(timer)
  timer = setTimeout(() => {
    running = running.then(refresh)
  }, 50)
})
const next = spawn('npx', ['--no-install', 'next', 'dev', '--port', String(PORT)], { stdio: 'inherit' })
next.on('exit', (code) => process.exit(code ?? 0))
