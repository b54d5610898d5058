import { fileURLToPath } from 'node:url'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js'
import { securityHeaders } from './lib/server/security-headers.mjs'

const shareFont = './node_modules/@fontsource/noto-serif-kr'

/**
 * Does our renderer render the pages? In development Next serves `page.tsx` itself. To have Next do so in production
 * too, return false here and delete `app/rendered/` and `app/server.ts`.
 */
const isRendered = (phase) => phase !== PHASE_DEVELOPMENT_SERVER

/** Is this a build for our own server? */
const isForOwnServer = (phase) => isRendered(phase) && !process.env.VERCEL

/**
 * Returns the file extensions that make a file a route. Our own server bundles all handlers, so Next compiles only the
 * one that generates pages (`route.rendered.ts`). On Vercel Next needs all handlers. Where Next serves the pages, the
 * routes are `page.tsx`.
 */
function toExtensions(phase) {
  if (isForOwnServer(phase)) return ['rendered.ts']
  return isRendered(phase) ? ['rendered.ts', 'ts'] : ['tsx', 'ts']
}

/** @returns {import('next').NextConfig} */
export default (phase) => ({
  // `npm test` checks types once for all builds. Checking them here would take as long as generating all pages.
  typescript: { ignoreBuildErrors: true },
  pageExtensions: toExtensions(phase),
  // Lists the statically generated pages for our own server.
  ...(isForOwnServer(phase) && { adapterPath: toPath('./lib/build/build-adapter.mjs') }),
  poweredByHeader: false,
  // The gate handles trailing slashes, so Next never redirects to an address that does not exist.
  skipTrailingSlashRedirect: true,
  // The gate must see the address as the client sent it: `/latest.rsc` is not an address of this site.
  skipProxyUrlNormalize: true,
  // A preview's address contains the secret, which must not reach a log or another page.
  logging: { incomingRequests: { ignore: [/^\/api\/preview/] } },
  // The origin is part of the build, because absolute addresses contain it. So is whether Vercel runs the site.
  env: {
    SITE_URL: process.env.SITE_URL ?? '',
    VERCEL: process.env.VERCEL ?? '',
    PAGES: isRendered(phase) ? 'rendered' : 'by Next',
  },
  headers: () => [
    { source: '/:path*', headers: toHeaderList(phase === PHASE_DEVELOPMENT_SERVER) },
    { source: '/api/preview', headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] },
  ],
  // No body that readers send is larger than this. By default Next would buffer 10 MB of each.
  experimental: {
    proxyClientMaxBodySize: 64 * 1024,
    // `run-next-build.ts` caches the compiled output as a whole, so writing and reading this cache would be wasted.
    turbopackFileSystemCacheForBuild: !isForOwnServer(phase),
  },
  // The snapshot, the styles, our own scripts and the font of share images are read by path, so tracing does not find
  // them. Vercel's functions need them listed here; `write-site.ts` copies them for our own server.
  ...(process.env.VERCEL && {
    outputFileTracingIncludes: {
      '/**': ['./.contentlayer/snapshot/**/*', './.contentlayer/styles.css', './app/scripts/*.js'],
      '/**/share.png': [`${shareFont}/unicode.json`, `${shareFont}/files/*-700-normal.woff`],
    },
  }),
  serverExternalPackages: ['libsql', 'satori'],
  // When a path is built at run time, tracing includes everything. These patterns also apply to paths inside packages:
  // `./lib/**` would remove sharp's own `lib`.
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
