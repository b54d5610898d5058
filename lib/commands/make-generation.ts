import { spawnSync } from 'node:child_process'
import { mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const step = `
  import { checkContent } from './content/checks/check-content.ts'
  import { buildContent } from './lib/commands/build-content.ts'
  buildContent((await checkContent(new Date())).words)`

/**
 * For tests: makes a content folder into a generation, as a build does, in a temporary folder in which the site's
 * code finds it when it is the working directory. Returns that folder; throws what the content step prints.
 */
export function makeGeneration(contentDir: string): string {
  const root = mkdtempSync(join(tmpdir(), 'dateline-generation-'))
  linkRepository(root)
  runContentStep(root, contentDir)
  return root
}

/** Makes a folder look like the repository to its commands, with build results of its own. */
export function linkRepository(root: string): void {
  for (const name of ['content', 'lib', 'node_modules', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    symlinkSync(resolve(name), join(root, name))
  }
}

/** Runs the content step in such a folder; throws what it prints on a failure. */
export function runContentStep(root: string, contentDir: string): void {
  const { status, stderr } = spawnSync('npx', ['--no-install', 'tsx', '--input-type=module', '-e', step], {
    cwd: root,
    env: { ...process.env, CONTENT_DIR: resolve(contentDir) },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}
