/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  poweredByHeader: false,
  // The origin is part of the build: every absolute address is made with it.
  env: { SITE_URL: process.env.SITE_URL ?? '' },
  // Next hides this ending of its own from the gate; nobody asks for a page's data by it.
  redirects: () => [{ source: '/:path(.*)\\.rsc', destination: '/:path', permanent: true }],
  experimental: { inlineCss: true },
  // SQLite is a native package, which Node loads itself.
  serverExternalPackages: ['libsql'],
  // What the content step made is read by path, which no tracing can see.
  outputFileTracingIncludes: { '/**': ['./.contentlayer/generation/**/*'] },
  outputFileTracingExcludes: { '/**': ['./content/**/*', './e2e/**/*', './.contentlayer/generated/**/*'] },
  images: {
    loader: 'custom',
    loaderFile: './lib/photo-loader.ts',
    deviceSizes: [480, 640, 800, 1200, 1600],
    imageSizes: [160, 320],
  },
}
