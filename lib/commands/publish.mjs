import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Starts `publish.ts` as one file of plain JavaScript: a compiler in every module costs as much as publishing itself. */
const outfile = resolve('.next/cache/dateline', `publish-${process.pid}.mjs`)
await build({
  entryPoints: ['lib/commands/publish.ts'],
  ...{ outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm', logLevel: 'error' },
})
try {
  await import(pathToFileURL(outfile).href)
} finally {
  rmSync(outfile)
}
