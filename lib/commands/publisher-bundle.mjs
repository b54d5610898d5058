import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findRulesKey } from '../../content/find-rules-key.mjs'

const folder = resolve('.next/cache/dateline')

/** After how many milliseconds nobody can still be writing a bundle. */
const maxWriteMs = 600_000

/**
 * The publisher as one file of plain JavaScript with all it needs, made once for the code and its libraries: to compile
 * every module and to find those of Contentlayer costs as much as publishing a story.
 */
export async function getPublisherBundle() {
  const bundle = join(folder, `publish-${keyOfCode()}.mjs`)
  if (!existsSync(bundle)) await makeBundle(bundle)
  return bundle
}

/** Stands for all code that may be in the bundle, and for where it is installed. */
function keyOfCode() {
  const code = ['content', 'lib'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.m?ts$|\.mjs$/.test(name))
      .map((name) => join(room, name)),
  )
  const hash = createHash('sha256').update(import.meta.dirname)
  for (const file of ['package-lock.json', ...code.sort()]) hash.update(`${file}\n`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

async function makeBundle(bundle) {
  const { build } = await import('esbuild')
  mkdirSync(folder, { recursive: true })
  const next = `${bundle}.${process.pid}`
  await build({
    entryPoints: ['lib/commands/publish.ts'],
    ...{ outfile: next, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' },
    // The settings of this repository, whatever else lies in its folders.
    tsconfig: 'tsconfig.json',
    define: { BUNDLED_RULES_KEY: JSON.stringify(findRulesKey('.')) },
    // Native code stays where it is installed, and so does what Contentlayer has for uses that are not ours.
    external: ['libsql', 'sharp', 'satteri', 'esbuild', 'imagescript', 'markdown-wasm', 'fsevents'],
    plugins: [ownAddresses],
    // What CommonJS takes for granted.
    banner: {
      js: `import { createRequire as toRequire } from 'node:module'
const require = toRequire(import.meta.url), __dirname = import.meta.dirname`,
    },
  })
  for (const name of readdirSync(folder)) {
    const isLeft =
      /^publish-\w+\.mjs\.\d+$/.test(name) && Date.now() - statSync(join(folder, name)).mtimeMs > maxWriteMs
    if (isLeft || /^publish-\w+\.mjs$/.test(name)) rmSync(join(folder, name), { force: true })
  }
  renameSync(next, bundle)
}

/** Packages that look for files beside their own find them where they are installed. */
const ownAddresses = {
  name: 'own-addresses',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/node_modules\/.*\.m?js$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8')
      if (!code.includes('import.meta.url')) return undefined
      return { contents: code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) }
    }),
}
