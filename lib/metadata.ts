import type { Metadata } from 'next'
import { getAuthorsOf } from './authors'
import { type FeedLink, toFeedLinks } from './feeds/feed-links'
import { articlePath, authorPath, listPagePath, manifestPath, sharePath, siteSharePath } from './links'
import { shareSize } from './share-size'
import { getSite, toAbsolute } from './site'
import { getTopicsOf } from './topics'
import type { Article } from './types'

/** What browsers, search engines and places where links are shared are told of a page, and its one address. */
export const toMetadata = (title: string, description: string, path: string): Metadata => ({
  title,
  description,
  alternates: { canonical: path, types: toFeedLinks() },
  openGraph: { type: 'website', ...toCard(title, description, path), images: [toImage(siteSharePath, getSite().name)] },
})

/** The same of one page of a list. */
export const toListMetadata = (title: string, description: string, list: string, page: number): Metadata =>
  toMetadata(page === 1 ? title : `${title}, page ${page}`, description, listPagePath(list, page))

/** The same of a page that has a feed of its own beside the publication's. */
export const withFeed = (metadata: Metadata, feed: FeedLink): Metadata => ({
  ...metadata,
  alternates: { ...metadata.alternates, types: toFeedLinks(feed) },
})

/** The same of a page that goes out with 404 or 410, to which Next itself adds `noindex`. */
export const withoutRobots = (metadata: Metadata): Metadata => ({ ...metadata, robots: null })

/** The same of a story, with its dates, authors, topics and an image of its own. */
export function toArticleMetadata(article: Article): Metadata {
  const { headline, dek, slug, publishedAt } = article
  const [primary, ...topics] = getTopicsOf(article).map(({ title }) => title)
  return {
    ...toMetadata(headline, dek, articlePath(slug)),
    openGraph: {
      type: 'article',
      ...toCard(headline, dek, articlePath(slug)),
      images: [toImage(sharePath(slug), headline)],
      publishedTime: publishedAt,
      modifiedTime: article.updatedAt ?? publishedAt,
      authors: getAuthorsOf(article).map(({ slug }) => toAbsolute(authorPath(slug))),
      ...(primary && { section: primary, tags: [primary, ...topics] }),
    },
  }
}

/** What all pages share. */
export function siteMetadata(): Metadata {
  const { name, tagline, url } = getSite()
  return {
    metadataBase: new URL(url),
    title: { default: name, template: `%s – ${name}` },
    description: tagline,
    alternates: { types: toFeedLinks() },
    manifest: manifestPath,
    robots: { 'max-image-preview': 'large' },
    // Next completes the card with title, description and image of Open Graph.
    twitter: { card: 'summary_large_image' },
  }
}

/** What a page says of itself where its link is shared. */
export const toCard = (title: string, description: string, path: string) => ({
  siteName: getSite().name,
  locale: toLocale(getSite().language),
  url: path,
  title,
  description,
})

/** An image for sharing, which is a PNG of one size. */
export const toImage = (url: string, alt: string) => ({ url, alt, type: 'image/png', ...shareSize })

/** Open Graph's form of a language, which wants a territory: `en_US` of `en`. */
function toLocale(language: string): string {
  const { language: tongue, region } = new Intl.Locale(language).maximize()
  return [tongue, region].filter(Boolean).join('_')
}
