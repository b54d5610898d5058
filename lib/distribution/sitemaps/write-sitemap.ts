import { Readable, type Transform } from 'node:stream'
import { text } from 'node:stream/consumers'
import { SitemapIndexStream, type SitemapItemLoose, SitemapStream } from 'sitemap'
import { toAbsolute } from '#lib/publication/site'
import type { SitemapEntry } from './sitemap-entries'

/** The namespace that a sitemap needs beside its own. */
type Namespace = 'image' | 'news'

const header = '<?xml version="1.0" encoding="UTF-8"?>'

/** One file of a sitemap. */
export const writeSitemap = (entries: SitemapEntry[]): Promise<string> =>
  writeItems(
    'image',
    entries.map(({ path, changedAt, images = [] }) => ({
      url: toAbsolute(path),
      ...(changedAt ? { lastmod: changedAt.toISOString() } : {}),
      img: images.map((image) => ({ url: toAbsolute(image) })),
    })),
  )

/** A file of items as `sitemap` wants them, which may be none. */
export async function writeItems(namespace: Namespace, items: SitemapItemLoose[]): Promise<string> {
  // The package refuses to write an empty one.
  if (items.length === 0) return `${header}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>`
  const none = { news: false, image: false, video: false, xhtml: false }
  return collect(items, new SitemapStream({ xmlns: { ...none, [namespace]: true } }))
}

/** The index of a sitemap's files, each with when an address in it last changed. */
export const writeSitemapIndex = (parts: SitemapEntry[]): Promise<string> =>
  collect(
    parts.map(({ path, changedAt }) => ({
      url: toAbsolute(path),
      ...(changedAt ? { lastmod: changedAt.toISOString() } : {}),
    })),
    new SitemapIndexStream(),
  )

const collect = (items: unknown[], writer: Transform): Promise<string> => text(Readable.from(items).pipe(writer))
