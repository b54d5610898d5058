import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodePage, toEncoding } from './encode-page'

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0.5, br; q=0.2', 'gzip'],
  ['*', 'br'],
  [`br${' '.repeat(15_000)}x`, 'identity'],
  ['gzip; q=0', 'identity'],
  ['brotli, gzippy', 'identity'],
  [undefined, 'identity'],
])('a browser that accepts %j gets %s', (accept, encoding) => {
  expect(toEncoding(accept)).toBe(encoding)
})

test('a page comes out of each coding as it went in, and is compressed once', () => {
  const page = { html: Buffer.from('<p>한글</p>'.repeat(50)), etag: 'W/"x"', begun: 0, encoded: new Map() }
  expect(brotliDecompressSync(encodePage(page, 'br'))).toEqual(page.html)
  expect(gunzipSync(encodePage(page, 'gzip'))).toEqual(page.html)
  expect(encodePage(page, 'identity')).toBe(page.html)
  expect(encodePage(page, 'br')).toBe(encodePage(page, 'br'))
})
