import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { PrintedPage } from './printed-pages.mjs'

/** The content codings a page comes in, the best first. */
const encodings = ['br', 'gzip'] as const

export type Encoding = (typeof encodings)[number] | 'identity'

/** The coding that an `Accept-Encoding` header likes best; a weight of 0 forbids one (RFC 9110, 12.5.3). */
export function toEncoding(accept = ''): Encoding {
  const weights = new Map(accept.split(',').map(toWeight))
  const weigh = (encoding: Encoding) => weights.get(encoding) ?? weights.get('*') ?? 0
  const [best] = encodings.toSorted((a, b) => weigh(b) - weigh(a))
  return best && weigh(best) > 0 ? best : 'identity'
}

/** A coding and its weight, which is 1 unless it is said: `br;q=0.5`. */
function toWeight(one: string): [coding: string, weight: number] {
  const [coding = '', parameter = ''] = one.split(';', 2).map((part) => part.trim())
  return [coding.toLowerCase(), parameter.startsWith('q=') ? Number(parameter.slice(2)) : 1]
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
