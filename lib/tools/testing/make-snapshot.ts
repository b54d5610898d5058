import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openSearchIndex } from '#lib/search/search-index'
import { searchIndexFile } from '#lib/snapshot/load'

/**
 * For tests: makes a content folder into a snapshot, as a build does, in a temporary folder in which the site's
 * code finds it when it is the working directory. Returns that folder; throws what the content step prints.
 */
export function makeSnapshot(contentDir: string): string {
  const root = mkdtempSync(join(tmpdir(), 'dateline-snapshot-'))
  linkRepository(root)
  runContentStep(root, contentDir)
  return root
}

/** For tests of the search: makes a content folder into a snapshot and works in it, with its index open, until it is left. */
export async function enterSnapshot(contentDir: string) {
  const home = process.cwd()
  const root = makeSnapshot(contentDir)
  process.chdir(root)
  const index = await openSearchIndex(searchIndexFile())
  const leave = () => {
    index.close()
    process.chdir(home)
    rmSync(root, { recursive: true })
  }
  return { index, leave }
}

/** Makes a folder look like the repository to its commands, with build results of its own. */
export function linkRepository(root: string): void {
  for (const name of ['content', 'lib', 'node_modules', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    symlinkSync(resolve(name), join(root, name))
  }
}

/** Runs the content step in such a folder; throws what it prints on a failure. */
export function runContentStep(root: string, contentDir: string): void {
  const { status, stderr } = spawnSync(process.execPath, ['lib/commands/run.mjs', 'make-content'], {
    cwd: root,
    env: { ...process.env, CONTENT_DIR: resolve(contentDir) },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}
