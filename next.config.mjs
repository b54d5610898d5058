import { fileURLToPath } from 'node:url'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js'
import { securityHeaders } from './lib/server/security-headers.mjs'

const shareFont = './node_modules/@fontsource/noto-serif-kr'

/**
 * Are pages made by our renderer? In development Next serves `page.tsx` itself. Whoever wants that in production, too, says
 * no here and deletes `app/rendered/` and `app/server.ts`.
 */
const isRendered = (phase) => phase !== PHASE_DEVELOPMENT_SERVER

/** @returns {import('next').NextConfig} */
export default (phase) => ({
  // `npm test` checks types, once for all builds; here it would take as long as all pages.
  typescript: { ignoreBuildErrors: true },
  // `route.ts` files answer and generate what the renderer makes; `page.tsx` would be generated as well.
  pageExtensions: isRendered(phase) ? ['ts'] : ['tsx', 'ts'],
  ...(isRendered(phase) && { output: 'standalone' }),
  // Lists what was generated statically, for our own server.
  ...(isRendered(phase) && !process.env.VERCEL && { adapterPath: toPath('./lib/commands/build-adapter.mjs') }),
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
  experimental: { proxyClientMaxBodySize: 64 * 1024 },
  // What the content step made, the styles, our own script, the icons and the font of shared images are read by path, which no
  // tracing can see. Only functions of their own need a list of all stories each.
  outputFileTracingIncludes: {
    '/**': [
      ...(process.env.VERCEL ? ['./.contentlayer/generation/**/*'] : []),
      ...['./.contentlayer/styles.css', './app/scripts/*.js'],
      ...(process.env.VERCEL ? [] : ['./app/{icon.svg,apple-icon.png,favicon.ico}']),
    ],
    '/**/share.png': [
      `${shareFont}/unicode.json`,
      `${shareFont}/files/noto-serif-kr-{[0-9]*,latin,latin-ext,cyrillic,vietnamese}-700-normal.woff`,
    ],
  },
  serverExternalPackages: ['libsql', 'satori'],
  // Tracing takes a path that is put together at run time for a reason to bring everything along. These patterns are
  // held against paths of packages, too: `./lib/**` would take sharp's own `lib` away.
  outputFileTracingExcludes: {
    '/**': [
      ...['./content/**/*.{ts,mdx,yaml}', './content/photos/**', './e2e/**/*.{ts,png}', './lib/**/*.ts'],
      ...['./components/*.tsx', './app/**/*.ts', './app/**/*.tsx'],
      // The build itself brings the words to a server's folder.
      ...(process.env.VERCEL ? [] : ['./.contentlayer/generation/**']),
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
