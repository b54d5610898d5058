import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPort } from './find-port'
import { endProgram, runProgram } from './run-program'

export type StartedSite = Awaited<ReturnType<typeof startSite>>

type Start = { folder: string; port?: number; env?: Record<string, string>; node?: string[]; under?: string[] }

/**
 * Starts the built site in a folder and waits until it answers. By default it uses a free port and an empty `DATA_DIR`.
 * `node` are options of Node; `under` is a command that runs the rest of the command line. Throws the site's output if
 * it does not answer within 30 seconds.
 */
export async function startSite({ folder, port, env = {}, node = [], under = [] }: Start) {
  if (!existsSync(join(folder, 'server.js')))
    throw new Error(`There is no site in ${folder}. Run "npm run build" first`)
  const ownPort = port ?? (await findPort())
  const [command = '', ...args] = [...under, process.execPath, ...node, 'server.js']
  const settings = { PORT: String(ownPort), HOSTNAME: '127.0.0.1', DATA_DIR: env.DATA_DIR ?? emptyFolder(), ...env }
  const { child, said } = runProgram(command, args, { env: settings, folder })
  const url = `http://127.0.0.1:${ownPort}`
  await waitFor(`${url}/api/health?live`, () => child.exitCode === null, said)
  return {
    url,
    port: ownPort,
    pid: child.pid ?? 0,
    dataDir: settings.DATA_DIR,
    said,
    /** The JSON lines of its log. */
    log: () =>
      said()
        .split('\n')
        // The last line may be incomplete.
        .slice(0, -1)
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line)),
    /** Sends a signal. Returns the exit code and the milliseconds until the exit. */
    async stop(signal: NodeJS.Signals = 'SIGKILL') {
      const begun = performance.now()
      const code = await endProgram(child, signal)
      return { code, ms: performance.now() - begun }
    },
  }
}

/** Waits until an address answers, with any status. Throws after 30 seconds, or when the program has ended. */
export async function waitFor(url: string, isAlive = () => true, said = () => ''): Promise<void> {
  for (let attempt = 0; attempt < 300 && isAlive(); attempt++) {
    if (await fetch(url).catch(() => undefined)) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`Nothing answers at ${url}:\n${said()}`)
}

/** An empty folder for what a test writes. */
export const emptyFolder = () => mkdtempSync(join(tmpdir(), 'dateline-data-'))
