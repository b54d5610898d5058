import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync } from 'node:fs'
import { articlePath } from '#lib/rules/links'
import { startSite } from '#lib/tools/testing/start-site'
import { cpuOf } from './measure-command'
import { median } from './median'

const port = 3237
const saves = 9

/** A built site, the environment of its publisher, and one of its stories. */
type Site = { folder: string; env: { CONTENT_DIR: string; DATA_DIR: string }; file: string; slug: string }

/**
 * The cost of a save under `npm run publish -- --watch`: CPU seconds, and seconds until a reader's response shows it.
 */
type WatcherCost = { cpu: number; wall: number; slowest: number }

/** Saves a story repeatedly while a publisher watches, and requests it from a server as a reader does. */
export async function measureWatcher({ folder, env, file, slug }: Site): Promise<WatcherCost> {
  const server = await startSite({ folder: `${folder}/.next/standalone`, port, env: { DATA_DIR: env.DATA_DIR } })
  const command = ['run', '--silent', 'publish', '--', '--watch']
  const options = { cwd: folder, env: { ...process.env, ...env }, detached: true } as const
  const watcher = spawn('npm', command, { ...options, stdio: ['ignore', 'pipe', 'inherit'] })
  const session = watcher.pid ?? 0
  try {
    await untilItSays(watcher.stdout, /serves\./)
    const times: number[] = []
    let before = 0
    for (let save = 0; save <= saves; save++) {
      // The first save also loads modules, so it is not counted.
      if (save === 1) before = cpuOf(session)
      times.push(await saveAndAsk(file, slug, `Saved for the time number ${save}.`))
    }
    const counted = times.slice(1).sort((a, b) => a - b)
    return { cpu: (cpuOf(session) - before) / saves, wall: median(counted), slowest: counted.at(-1) ?? 0 }
  } finally {
    process.kill(-session, 'SIGTERM')
    await Promise.all([once(watcher, 'exit'), server.stop()])
  }
}

/** Keeps reading the output, so that the program is not blocked when it writes. */
const untilItSays = (output: NodeJS.ReadableStream, words: RegExp) =>
  new Promise<void>((done) => {
    let said = ''
    output.on('data', (text) => {
      said += text
      if (words.test(said)) done()
    })
  })

async function saveAndAsk(file: string, slug: string, words: string): Promise<number> {
  // Give the watcher time to become idle.
  await new Promise((done) => setTimeout(done, 1000))
  const start = performance.now()
  appendFileSync(file, `\n${words}\n`)
  for (;;) {
    const page = await fetch(`http://localhost:${port}${articlePath(slug)}`)
    if ((await page.text()).includes(words)) return (performance.now() - start) / 1000
    if (performance.now() - start > 60_000) throw new Error(`${slug} does not show what was saved`)
    await new Promise((done) => setTimeout(done, 10))
  }
}
