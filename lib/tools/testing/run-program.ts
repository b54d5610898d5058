import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** The running programs, and the signal that ends each when this process ends. */
const running = new Map<ChildProcess, NodeJS.Signals>()
process.on('exit', () => {
  for (const [child, signal] of running) child.kill(signal)
})

type Run = { env?: Record<string, string>; folder?: string; lastSignal?: NodeJS.Signals }

/** Starts a program that ends with this process at the latest. `said` returns its output so far. */
export function runProgram(command: string, args: string[], { env, folder, lastSignal = 'SIGKILL' }: Run = {}) {
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

/** Ends a program if it still runs. Returns its exit code. */
export async function endProgram(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return child.exitCode
}
