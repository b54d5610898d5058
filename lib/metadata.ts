import type { Metadata } from 'next'
import { type FeedLink, toFeedLinks } from './feeds/feed-links'
import { listPagePath } from './links'
import { getSite } from './site'

/** What browsers and search engines are told of a page: its title, description, and one address. */
export const toMetadata = (title: string, description: string, path: string): Metadata => ({
  title,
  description,
  alternates: { canonical: path, types: toFeedLinks() },
})

/** The same of one page of a list. */
export const toListMetadata = (title: string, description: string, list: string, page: number): Metadata =>
  toMetadata(page === 1 ? title : `${title}, page ${page}`, description, listPagePath(list, page))

/** The same of a page that has a feed of its own beside the publication's. */
export const withFeed = (metadata: Metadata, feed: FeedLink): Metadata => ({
  ...metadata,
  alternates: { ...metadata.alternates, types: toFeedLinks(feed) },
})

/** What all pages share. */
export function siteMetadata(): Metadata {
  const { name, tagline, url } = getSite()
  return {
    metadataBase: new URL(url),
    title: { default: name, template: `%s – ${name}` },
    description: tagline,
    alternates: { types: toFeedLinks() },
  }
}
