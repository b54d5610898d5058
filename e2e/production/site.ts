import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const repository = resolve(import.meta.dirname, '../..')

/** The folder that the build of the edition "life" left. */
export const builtSite = join(repository, '.data/test/life/site')

/** What runs, and how it is ended with the tests. */
const running = new Map<ChildProcess, NodeJS.Signals>()
process.on('exit', () => {
  for (const [child, signal] of running) child.kill(signal)
})

/** Ends a program, if it still runs; the code it ended with. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return child.exitCode
}

/** A program that ends with the tests at the latest, and what it has said until now. */
export function run(
  command: string,
  args: string[],
  env: Record<string, string> = {},
  folder = builtSite,
  lastSignal: NodeJS.Signals = 'SIGKILL',
) {
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.set(child, lastSignal)
  child.once('exit', () => running.delete(child))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  return { child, said: () => said }
}

export type Site = Awaited<ReturnType<typeof startSite>>

type Start = { env?: Record<string, string>; folder?: string; port?: number; node?: string[]; under?: string[] }

/** Starts the built site and waits until it answers; `under` is a command that starts what follows it. */
export async function startSite({ env = {}, folder = builtSite, port, node = [], under = [] }: Start = {}) {
  const ownPort = port ?? (await findPort())
  const [command = '', ...args] = [...under, process.execPath, ...node, 'server.js']
  const settings = { PORT: String(ownPort), HOSTNAME: '127.0.0.1', DATA_DIR: emptyFolder(), ...env }
  const { child, said } = run(command, args, settings, folder)
  const url = `http://127.0.0.1:${ownPort}`
  await waitFor(`${url}/api/health?live`, () => child.exitCode === null, said)
  return {
    url,
    port: ownPort,
    pid: child.pid ?? 0,
    dataDir: settings.DATA_DIR,
    said,
    /** The lines of JSON it wrote. */
    log: () =>
      said()
        .split('\n')
        // The last line may still be on its way.
        .slice(0, -1)
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line)),
    /** Sends a signal; the code it ended with, and after how many milliseconds. */
    async stop(signal: NodeJS.Signals = 'SIGKILL') {
      const begun = performance.now()
      const code = await end(child, signal)
      return { code, ms: performance.now() - begun }
    },
  }
}

/** Waits until an address answers, whatever it says. */
export async function waitFor(url: string, isAlive = () => true, said = () => ''): Promise<void> {
  for (let attempt = 0; attempt < 300 && isAlive(); attempt++) {
    if (await fetch(url).catch(() => undefined)) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`Nothing answers at ${url}:\n${said()}`)
}

export async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

export const emptyFolder = () => mkdtempSync(join(tmpdir(), 'dateline-production-'))

/** A copy of the built site that a test may spoil. */
export function copySite(): string {
  const folder = emptyFolder()
  cpSync(builtSite, folder, { recursive: true, verbatimSymlinks: true })
  return folder
}

/** Reports a read of a story by a reader, as a page does. */
export const reportRead = (url: string, slug: string, reader = '1') =>
  fetch(`${url}/api/reads`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': `Mozilla/5.0 (X11; rv:130.0) Gecko/20100101 Firefox/${reader}`,
    },
    body: JSON.stringify({ slug }),
  })

export const getHealth = async (url: string) => (await fetch(`${url}/api/health`)).json()

/** The memory that a site's process takes, in MB. It must have been started with this token for metrics. */
export async function memoryOf(site: Site, token: string): Promise<number> {
  const response = await fetch(`${site.url}/api/metrics`, { headers: { Authorization: `Bearer ${token}` } })
  return Number(/\nprocess_resident_memory_bytes (\d+)/.exec(await response.text())?.[1]) / 2 ** 20
}

/** How many reads a story has, as the hot list says. */
export async function readsOf(url: string, slug: string): Promise<number | undefined> {
  const { stories } = await (await fetch(`${url}/api/hot-this-week`)).json()
  return stories.find((story: { slug: string }) => story.slug === slug)?.reads
}

/** What every page needs to work, whatever is broken elsewhere. */
export const pages = ['/', '/latest', '/articles/quoted', '/hot-this-week', '/feed.xml', '/photos/public.png?w=160']

/** The statuses of pages, by path. */
export const statusesOf = async (url: string, paths = pages) =>
  Object.fromEntries(await Promise.all(paths.map(async (path) => [path, (await fetch(url + path)).status])))

export const allFine = Object.fromEntries(pages.map((path) => [path, 200]))
