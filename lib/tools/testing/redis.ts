import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { findPort } from './find-port'
import { findProgram } from './find-program'

/** A real Redis for tests, in memory only. It can stop and restart at the same address, without its data. */
export class RedisForTests {
  #process: ChildProcess | undefined
  #port = 0

  constructor(private readonly password = '') {}

  get url(): string {
    return `redis://localhost:${this.#port}`
  }

  async start(): Promise<void> {
    this.#port ||= await findPort()
    const options = ['--port', `${this.#port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    if (this.password) options.push('--requirepass', this.password)
    const server = spawn(findProgram('redis-server', 'redis-server'), options, { stdio: ['ignore', 'pipe', 'inherit'] })
    this.#process = server
    for await (const words of server.stdout) if (String(words).includes('Ready to accept')) return
    throw new Error('Redis ended before it was ready')
  }

  async stop(): Promise<void> {
    const server = this.#process
    if (!server || server.exitCode !== null) return
    server.kill('SIGKILL')
    await once(server, 'exit')
    await setTimeout(50)
  }
}
