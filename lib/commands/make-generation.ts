import { spawnSync } from 'node:child_process'
import { mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const step = `import('./lib/commands/build-content.ts').then(({ buildContent }) => buildContent())`

/**
 * For tests: makes a content folder into a generation, as a build does, in a temporary folder in which the site's
 * code finds it when it is the working directory. Returns that folder; throws what the content step prints.
 */
export function makeGeneration(contentDir: string): string {
  const root = mkdtempSync(join(tmpdir(), 'dateline-generation-'))
  for (const name of ['content', 'lib', 'node_modules', 'package.json', 'tsconfig.json']) {
    symlinkSync(resolve(name), join(root, name))
  }
  const { status, stderr } = spawnSync('npx', ['--no-install', 'tsx', '-e', step], {
    cwd: root,
    env: { ...process.env, CONTENT_DIR: resolve(contentDir) },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return root
}
