import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type EncodedText, encode, toEncoding } from './compress'

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;Q=0, gzip', 'gzip'],
  ['br;q=abc, gzip', 'gzip'],
  ['gzip;q=0.5, br; q=0.2', 'gzip'],
  ['*', 'br'],
  [`br${' '.repeat(15_000)}x`, 'identity'],
  ['gzip; q=0', 'identity'],
  ['brotli, gzippy', 'identity'],
  [undefined, 'identity'],
])('a browser that accepts %j gets %s', (accept, encoding) => {
  expect(toEncoding(accept)).toBe(encoding)
})

const html = Buffer.from('<p>한글</p>'.repeat(50))

test.each(['br', 'gzip', 'identity'] as const)(
  'a text that is there as %s comes out of every coding as it went in',
  (first) => {
    const text: EncodedText = new Map([[first, encode(new Map([['identity', html]]), first)]])
    expect(brotliDecompressSync(encode(text, 'br'))).toEqual(html)
    expect(gunzipSync(encode(text, 'gzip'))).toEqual(html)
    expect(encode(text, 'identity')).toEqual(html)
  },
)

test('a text is compressed once', () => {
  const text: EncodedText = new Map([['identity', html]])
  expect(encode(text, 'br')).toBe(encode(text, 'br'))
})
