import { fileURLToPath } from 'node:url'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js'
import { securityHeaders } from './lib/server/security-headers.mjs'

const shareFont = './node_modules/@fontsource/noto-serif-kr'

/**
 * Are pages made by our renderer? In development Next serves `page.tsx` itself. Whoever wants that in production, too, says
 * no here and deletes `app/rendered/` and `app/server.ts`.
 */
const isRendered = (phase) => phase !== PHASE_DEVELOPMENT_SERVER

/** Is it a build for our own server? */
const isForOwnServer = (phase) => isRendered(phase) && !process.env.VERCEL

/**
 * Which files are routes. Our own server has all handlers in its bundle, so that Next compiles the one that generates pages
 * (`route.rendered.ts`) and nothing else; on Vercel it needs all handlers. Where it serves the pages, they are `page.tsx`.
 */
function toExtensions(phase) {
  if (isForOwnServer(phase)) return ['rendered.ts']
  return isRendered(phase) ? ['rendered.ts', 'ts'] : ['tsx', 'ts']
}

/** @returns {import('next').NextConfig} */
export default (phase) => ({
  // `npm test` checks types, once for all builds; here it would take as long as all pages.
  typescript: { ignoreBuildErrors: true },
  pageExtensions: toExtensions(phase),
  // Lists what was generated statically, for our own server.
  ...(isForOwnServer(phase) && { adapterPath: toPath('./lib/build/build-adapter.mjs') }),
  poweredByHeader: false,
  // The gate sees to them: nothing moves to where nothing is.
  skipTrailingSlashRedirect: true,
  // The gate shall see an address as it was sent: `/latest.rsc` is none of ours.
  skipProxyUrlNormalize: true,
  // The address of a preview has a secret in it, for no log and no other page.
  logging: { incomingRequests: { ignore: [/^\/api\/preview/] } },
  // The origin is part of the build: every absolute address is made with it. So is whether Vercel runs it.
  env: {
    SITE_URL: process.env.SITE_URL ?? '',
    VERCEL: process.env.VERCEL ?? '',
    PAGES: isRendered(phase) ? 'rendered' : 'by Next',
  },
  headers: () => [
    { source: '/:path*', headers: toHeaderList(phase === PHASE_DEVELOPMENT_SERVER) },
    { source: '/api/preview', headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] },
  ],
  // No body that readers send comes near this; Next would keep ten megabytes of each in memory.
  experimental: {
    proxyClientMaxBodySize: 64 * 1024,
    // The build keeps what was compiled as a whole (`run-next-build.ts`), which spares writing and reading this.
    turbopackFileSystemCacheForBuild: !isForOwnServer(phase),
  },
  // What the content step made, the styles, our own script and the font of shared images are read by path, which no tracing
  // can see. Functions of Vercel need it; the folder of our own server has it by `write-site.ts`.
  ...(process.env.VERCEL && {
    outputFileTracingIncludes: {
      '/**': ['./.contentlayer/snapshot/**/*', './.contentlayer/styles.css', './app/scripts/*.js'],
      '/**/share.png': [`${shareFont}/unicode.json`, `${shareFont}/files/*-700-normal.woff`],
    },
  }),
  serverExternalPackages: ['libsql', 'satori'],
  // Tracing takes a path that is put together at run time for a reason to bring everything along. These patterns are
  // held against paths of packages, too: `./lib/**` would take sharp's own `lib` away.
  outputFileTracingExcludes: {
    '/**': [
      ...['./content/**/*.{ts,mdx,yaml}', './content/photos/**', './e2e/**/*.{ts,png}', './lib/**/*.ts'],
      ...['./components/**/*.tsx', './app/**/*.ts', './app/**/*.tsx'],
      ...(process.env.VERCEL ? [] : ['./.contentlayer/snapshot/**']),
      ...[
        './.contentlayer/generated/**',
        './.contentlayer/front-matter/**',
        './.data/**',
        './test-results/**',
        './.git/**',
      ],
    ],
  },
})

const toHeaderList = (isDevelopment) =>
  Object.entries(securityHeaders(isDevelopment)).map(([key, value]) => ({ key, value }))

const toPath = (file) => fileURLToPath(import.meta.resolve(file))
