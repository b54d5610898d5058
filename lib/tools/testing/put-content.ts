import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { prerenderedDir } from '#lib/server/page-cache/prerendered-pages'
import { snapshotDir } from '#lib/snapshot/paths'
import { makeSnapshot } from './make-snapshot'

/** For tests and benchmarks: copies a built site and gives it another content folder, without prerendered pages. */
export function putContent(built: string, contentDir: string, site: string): void {
  const made = makeSnapshot(contentDir)
  rmSync(site, { recursive: true, force: true })
  cpSync(built, site, { recursive: true, verbatimSymlinks: true })
  for (const part of [prerenderedDir, snapshotDir]) rmSync(join(site, part), { recursive: true })
  // The target may be on another disk, where a rename fails.
  const { status } = spawnSync('mv', [join(made, snapshotDir), join(site, snapshotDir)])
  if (status !== 0) throw new Error(`The content of ${contentDir} cannot be moved to ${site}`)
  rmSync(made, { recursive: true })
}
