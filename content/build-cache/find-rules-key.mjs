import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

/** Where the code starts that decides what an error is, and what a document, a list and the search index are made of. */
const entries = [
  'content/checks/check-content.ts',
  'content/checks/picture-opener.mjs',
  'lib/publish/write-snapshot.ts',
]

/**
 * Stands for that code: for every module of ours that is imported on the way, and for all packages.
 * @param {string} root the folder of the repository
 */
export function findRulesKey(root) {
  // Loaded where it is needed: the publisher's bundle knows its key.
  const { buildSync } = createRequire(import.meta.url)('esbuild')
  const { metafile } = buildSync({
    absWorkingDir: resolve(root),
    entryPoints: entries,
    ...{ bundle: true, metafile: true, write: false, outdir: '.', platform: 'node', format: 'esm', logLevel: 'error' },
    tsconfig: resolve(root, 'tsconfig.json'),
    packages: 'external',
  })
  const files = [...Object.keys(metafile.inputs), 'package-lock.json']
  return hashOf(...files.map((file) => hashOf(readFileSync(join(root, file), 'utf8'))).sort())
}

/**
 * One short text that stands for several.
 * @param {string[]} parts
 */
export const hashOf = (...parts) => hash('sha256', parts.join('\0'), 'base64url')
