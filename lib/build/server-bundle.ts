import { build } from 'esbuild'

/** Packages with native code, which cannot be bundled. */
export const nativePackages = ['libsql', 'sharp']

/** Bundles the server of a Node host (`app/server.ts`) with everything it imports, except native code. */
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
    // React then uses its production code, and live reload is left out.
    define: { 'process.env.NODE_ENV': '"production"' },
    // Smaller code starts faster. Names stay for stack traces.
    minifySyntax: true,
    minifyWhitespace: true,
    // CommonJS modules expect these.
    banner: {
      js: `import { createRequire as toRequire } from 'node:module'
const require = toRequire(import.meta.url), __dirname = import.meta.dirname`,
    },
  })
}
