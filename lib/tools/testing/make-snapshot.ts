import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openSearchIndex } from '#lib/search/search-index'
import { searchIndexFile } from '#lib/snapshot/files'

/**
 * For tests: makes a snapshot of a content folder, as a build does, in a temporary folder. With that folder as the
 * working directory, the site's code finds the snapshot. Returns the folder. Throws the output of the content step on
 * failure.
 */
export function makeSnapshot(contentDir: string): string {
  const root = mkdtempSync(join(tmpdir(), 'dateline-snapshot-'))
  linkRepository(root)
  runContentStep(root, contentDir)
  return root
}

/**
 * For tests of the search: makes a snapshot of a content folder and opens its index, with the folder as the working
 * directory until the test leaves it.
 */
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

/** Makes a folder look like the repository to commands, with its own build results. */
export function linkRepository(root: string): void {
  for (const name of ['content', 'lib', 'node_modules', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    symlinkSync(resolve(name), join(root, name))
  }
}

/** Runs the content step in such a folder. Throws its output on failure. */
export function runContentStep(root: string, contentDir: string): void {
  const { status, stderr } = spawnSync(process.execPath, ['lib/commands/run.mjs', 'make-content'], {
    cwd: root,
    env: { ...process.env, CONTENT_DIR: resolve(contentDir) },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}
