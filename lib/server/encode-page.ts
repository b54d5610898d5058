import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { PrintedPage } from './printed-pages.mjs'

/** The content codings a page comes in, the best first. */
const encodings = ['br', 'gzip'] as const

export type Encoding = (typeof encodings)[number] | 'identity'

/** The best coding that an `Accept-Encoding` header allows; a weight of 0 forbids one (RFC 9110, 12.5.3). */
export function toEncoding(accept: string | undefined): Encoding {
  const accepted = (accept ?? '').split(',').map((one) => one.trim().split(/\s*;\s*q=/))
  const isAccepted = (encoding: Encoding) => accepted.some(([name, q]) => name === encoding && Number(q ?? 1) > 0)
  return encodings.find(isAccepted) ?? 'identity'
}

/** The bytes of a page in a coding, made when it is first asked for and kept with the page. */
export function encodePage(page: PrintedPage, encoding: Encoding): Buffer {
  if (encoding === 'identity') return page.html
  const kept = page.encoded.get(encoding)
  if (kept) return kept
  const made = encoding === 'br' ? brotliCompressSync(page.html, { params: brotli }) : gzipSync(page.html, { level: 9 })
  page.encoded.set(encoding, made)
  return made
}

/** Quality 6 takes a few milliseconds for a story; the best takes forty times as long and saves a tenth of the bytes. */
const brotli = { [constants.BROTLI_PARAM_QUALITY]: 6 }
