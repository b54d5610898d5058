import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type StartedSite, startSite } from '#lib/tools/testing/start-site'

const root = resolve(import.meta.dirname, '..')

/** The changes that an editor makes to the story. Other changes happen as time passes. */
type Stage = 'draft' | 'scheduled' | 'moved'

/** The built site with the stages of a story's life, and a clock that tests set. */
export class SiteWithAClock {
  readonly url: string
  readonly #folder = mkdtempSync(join(tmpdir(), 'dateline-life-'))
  readonly #clock = join(this.#folder, 'clock')
  #site: StartedSite | undefined

  constructor(readonly port: number) {
    this.url = `http://localhost:${port}`
    execFileSync('npx', ['--no-install', 'tsx', 'lib/tools/testing/make-stages.ts', join(this.#folder, 'stages')], {
      cwd: root,
    })
    cpSync(join(root, '.next/standalone'), join(this.#folder, 'site'), { recursive: true, verbatimSymlinks: true })
  }

  /** Sets the clock, which then runs on. Tests never set it back, because servers do not expect that. */
  setTime(time: string): void {
    writeFileSync(`${this.#clock}.next`, String(Date.parse(time) - Date.now()))
    renameSync(`${this.#clock}.next`, this.#clock)
  }

  /** Replaces the snapshot, and waits for the second in which a running site notices. */
  async publish(stage: Stage): Promise<void> {
    const snapshot = join(this.#folder, 'site/.contentlayer/snapshot')
    cpSync(join(this.#folder, 'stages', stage), `${snapshot}.next`, { recursive: true })
    rmSync(`${snapshot}.old`, { recursive: true, force: true })
    renameSync(snapshot, `${snapshot}.old`)
    renameSync(`${snapshot}.next`, snapshot)
    await setTimeout(1100)
  }

  async start(env: Record<string, string> = {}): Promise<void> {
    this.#site = await startSite({
      folder: join(this.#folder, 'site'),
      port: this.port,
      node: ['--import', join(root, 'e2e/clock.mjs')],
      env: { DATA_DIR: join(this.#folder, 'data'), CLOCK_FILE: this.#clock, ...env },
    })
  }

  async stop(): Promise<void> {
    await this.#site?.stop()
    rmSync(this.#folder, { recursive: true })
  }
}
