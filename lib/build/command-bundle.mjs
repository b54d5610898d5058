import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findRulesKey } from '../../content/build-cache/find-rules-key.mjs'
import { commandFolders, keyOfCode } from './key-of-code.mjs'

const repository = join(import.meta.dirname, '../..')
const folder = join(repository, '.next/cache/dateline')

/** The commands that are started often, each a file of this folder. */
const commands = ['build', 'check', 'make-content', 'new', 'publish']

/** A bundle that is older than this, in milliseconds, and not finished was left by a killed command. */
const maxWriteMs = 600_000

/** How many bundles of earlier code to keep. */
const maxBundles = 4

/**
 * The folder with the commands bundled as plain JavaScript. It is made once for each version of the code, because compiling
 * every module and finding Contentlayer's costs as much as publishing a story.
 */
export async function getCommandBundle() {
  const inRepository = (/** @type {string} */ path) => join(repository, path)
  const bundle = join(
    folder,
    `commands-${keyOfCode(commandFolders.map(inRepository), ['.', 'content'].map(inRepository))}`,
  )
  if (!existsSync(bundle)) await makeBundle(bundle)
  const now = new Date()
  utimesSync(bundle, now, now)
  return bundle
}

async function makeBundle(bundle) {
  const { build } = await import('esbuild')
  mkdirSync(folder, { recursive: true })
  const next = `${bundle}.${process.pid}`
  await build({
    absWorkingDir: repository,
    entryPoints: commands.map((name) => `lib/commands/${name}.ts`),
    outExtension: { '.js': '.mjs' },
    ...{ outdir: next, bundle: true, splitting: true, platform: 'node', format: 'esm', logLevel: 'error' },
    // The settings of this repository, whatever else lies in its folders.
    tsconfig: join(repository, 'tsconfig.json'),
    define: { BUNDLED_RULES_KEY: JSON.stringify(findRulesKey(repository)) },
    // Native code cannot be bundled, and we do not use the rest.
    external: [
      'libsql',
      'sharp',
      'satteri',
      'esbuild',
      '@tailwindcss/postcss',
      'imagescript',
      'markdown-wasm',
      'fsevents',
    ],
    plugins: [ownAddresses],
    // CommonJS modules expect these.
    banner: {
      js: `import { createRequire as toRequire } from 'node:module'
const require = toRequire(import.meta.url), __dirname = import.meta.dirname`,
    },
  })
  removeOld()
  try {
    renameSync(next, bundle)
  } catch (error) {
    // Another command made the same bundle in the meantime.
    if (!existsSync(bundle)) throw error
    rmSync(next, { recursive: true })
  }
}

/** Removes unfinished bundles of killed commands, and all but the bundles used last: running commands may still load parts of those. */
function removeOld() {
  const ageOf = (/** @type {string} */ name) =>
    Date.now() - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  const names = readdirSync(folder)
  const left = names.filter((name) => /^commands-\w+\.\d+$/.test(name) && ageOf(name) > maxWriteMs)
  const bundles = names.filter((name) => /^commands-\w+$/.test(name)).sort((a, b) => ageOf(a) - ageOf(b))
  for (const name of [...left, ...bundles.slice(maxBundles)])
    rmSync(join(folder, name), { recursive: true, force: true })
}

/** Lets bundled packages find the files that lie beside their own where they are installed. */
const ownAddresses = {
  name: 'own-addresses',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/node_modules\/.*\.m?js$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8')
      if (!code.includes('import.meta.url')) return undefined
      return { contents: code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) }
    }),
}
