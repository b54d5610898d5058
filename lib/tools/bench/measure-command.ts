import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** CPU and wall time in seconds, and the peak memory of the largest process of a command, in MB. */
export type CommandCost = { cpu: number; wall: number; memory: number; isStopped: boolean; output: string }

const tenth = 100
/** Linux counts CPU time in hundredths of a second. */
const ticksASecond = 100

/**
 * Runs a command in its own session and adds up the resources of all its processes, read from Linux ten times a second.
 * Stops a command that takes longer than `limit` seconds. Throws the output of a command that fails.
 */
export async function measureCommand(
  [program = '', ...args]: string[],
  options: { cwd: string; env: Record<string, string>; limit: number },
): Promise<CommandCost> {
  const start = performance.now()
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const session = child.pid ?? 0
  const cost = { cpu: 0, memory: 0, isStopped: false, output: '' }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (cost.output += text))
  const watch = setInterval(() => {
    const processes = processesOf(session)
    cost.cpu = Math.max(
      cost.cpu,
      processes.reduce((sum, { cpu }) => sum + cpu, 0),
    )
    cost.memory = Math.max(cost.memory, ...processes.map(({ memory }) => memory))
    if (performance.now() - start < options.limit * 1000 || cost.isStopped) return
    cost.isStopped = true
    process.kill(-session, 'SIGKILL')
  }, tenth)
  const status = await new Promise((done, fail) => child.on('close', done).on('error', fail))
  clearInterval(watch)
  if (status !== 0 && !cost.isStopped) throw new Error(`${program} ${args.join(' ')} failed:\n${cost.output}`)
  return { ...cost, wall: (performance.now() - start) / 1000 }
}

/** CPU seconds that a session has used so far. */
export const cpuOf = (session: number): number => processesOf(session).reduce((sum, { cpu }) => sum + cpu, 0)

/** The processes of a session: their CPU time, including that of children that have ended, and their peak memory. */
function processesOf(session: number): { cpu: number; memory: number }[] {
  return readdirSync('/proc').flatMap((pid) => {
    const stat = readProcess(pid, 'stat')
    // The program's name is in parentheses and may contain any character.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (Number(fields[3]) !== session) return []
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readProcess(pid, 'status'))?.[1] ?? 0
    return [{ cpu: ticks / ticksASecond, memory: Number(peak) / 1024 }]
  })
}

/** What Linux reports about a process. Empty if the process has ended or the id is not a process. */
function readProcess(pid: string, file: string): string {
  if (!/^\d+$/.test(pid)) return ''
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
