import { toAbsolute } from '#lib/publication/site'
import type { SitemapEntry } from './sitemap-entries'

/** What a file may hold (sitemaps.org): addresses, and bytes. */
const maxAddresses = 50_000
const maxBytes = 50_000_000

/** The addresses in parts that each make one file, in their order. */
export function splitSitemap(entries: SitemapEntry[], most = maxAddresses, bytes = maxBytes): SitemapEntry[][] {
  const parts: SitemapEntry[][] = []
  let size = 0
  for (const entry of entries) {
    const part = parts.at(-1)
    size += bytesOf(entry)
    if (part && part.length < most && size <= bytes) part.push(entry)
    else {
      parts.push([entry])
      size = frame + bytesOf(entry)
    }
  }
  return parts
}

/** More bytes than a file has around its addresses, and than the tags around an address or a picture take. */
const frame = 500
const tags = 120

/** At most how many bytes an address and its pictures take in a file. Addresses are percent-encoded: a character is a byte. */
const bytesOf = ({ path, images = [] }: SitemapEntry) =>
  [path, ...images].reduce((sum, one) => sum + toAbsolute(one).length + tags, 0)
