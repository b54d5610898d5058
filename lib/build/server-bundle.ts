import { build } from 'esbuild'

/** Packages with native code, which no bundle can hold. */
export const nativePackages = ['libsql', 'sharp']

/** Bundles the server of a Node host, `app/server.ts`, with all that it imports but native code. */
export async function bundleServer(outdir: string): Promise<void> {
  await build({
    entryPoints: { site: 'app/server.ts' },
    outdir,
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node20',
    format: 'esm',
    bundle: true,
    splitting: true,
    jsx: 'automatic',
    // The settings of this repository, whatever else lies in its folders.
    tsconfig: 'tsconfig.json',
    logLevel: 'error',
    external: nativePackages,
    // Pages carry their styles as text (`lib/server/page-cache/styles.ts`).
    loader: { '.css': 'empty' },
    // React chooses its production code by it; live reload is left out.
    define: { 'process.env.NODE_ENV': '"production"' },
    // Less to read at start. Names stay, for the traces in logs.
    minifySyntax: true,
    minifyWhitespace: true,
    // What CommonJS takes for granted.
    banner: {
      js: `import { createRequire as toRequire } from 'node:module'
const require = toRequire(import.meta.url), __dirname = import.meta.dirname`,
    },
  })
}
