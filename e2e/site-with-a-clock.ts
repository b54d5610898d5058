import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const root = resolve(import.meta.dirname, '..')

/** What an editor makes of the story; all else comes by time. */
export type Stage = 'draft' | 'scheduled' | 'moved'

/** The built site with the stages of a story's life, on a clock that tests set. */
export class SiteWithAClock {
  readonly url: string
  readonly #folder = mkdtempSync(join(tmpdir(), 'dateline-life-'))
  readonly #clock = join(this.#folder, 'clock')
  #server: ChildProcess | undefined

  constructor(readonly port: number) {
    this.url = `http://localhost:${port}`
    execFileSync('npx', ['--no-install', 'tsx', 'lib/tools/testing/make-stages.ts', join(this.#folder, 'stages')], {
      cwd: root,
    })
    cpSync(join(root, '.next/standalone'), join(this.#folder, 'site'), { recursive: true, verbatimSymlinks: true })
  }

  /** Sets the clock, which goes on from there; never back, as no server expects that. */
  setTime(time: string): void {
    writeFileSync(`${this.#clock}.next`, String(Date.parse(time) - Date.now()))
    renameSync(`${this.#clock}.next`, this.#clock)
  }

  /** Puts a snapshot in the place of the one before, and waits for the second in which a running site notices. */
  async publish(stage: Stage): Promise<void> {
    const snapshot = join(this.#folder, 'site/.contentlayer/snapshot')
    cpSync(join(this.#folder, 'stages', stage), `${snapshot}.next`, { recursive: true })
    rmSync(`${snapshot}.old`, { recursive: true, force: true })
    renameSync(snapshot, `${snapshot}.old`)
    renameSync(`${snapshot}.next`, snapshot)
    await setTimeout(1100)
  }

  async start(env: Record<string, string> = {}): Promise<void> {
    this.#server = spawn('node', ['--import', join(root, 'e2e/clock.mjs'), 'server.js'], {
      cwd: join(this.#folder, 'site'),
      env: {
        ...process.env,
        PORT: String(this.port),
        HOSTNAME: 'localhost',
        DATA_DIR: join(this.#folder, 'data'),
        CLOCK_FILE: this.#clock,
        ...env,
      },
      stdio: 'ignore',
    })
    const until = Date.now() + 30_000
    while (!(await this.#answers())) {
      if (Date.now() > until) throw new Error(`The site on ${this.url} does not start`)
      await setTimeout(100)
    }
  }

  stop(): void {
    this.#server?.kill('SIGKILL')
    rmSync(this.#folder, { recursive: true })
  }

  #answers = () =>
    fetch(`${this.url}/icon.svg`).then(
      ({ ok }) => ok,
      () => false,
    )
}
