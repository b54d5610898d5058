import { shareSize } from '#lib/pictures/share-size'
import { getAuthorsOf } from '#lib/publication/authors'
import { getSite, toAbsolute } from '#lib/publication/site'
import { getTopicsOf } from '#lib/publication/topics'
import { articlePath, authorPath, listPagePath, manifestPath, sharePath, siteSharePath } from '#lib/rules/links'
import type { Article } from '#lib/types'
import { type FeedLink, toFeedLinks } from './feeds/feed-links'

/** The fields of Next's `Metadata` that pages use. Addresses are paths; times are ISO 8601. */
export type PageMetadata = {
  title: string | { absolute: string }
  description: string
  alternates?: { canonical: string; types: Record<string, FeedLink[]> }
  openGraph?: ReturnType<typeof toCard> & {
    images: [ReturnType<typeof toImage>]
  } & ({ type: 'website' } | ({ type: 'article' } & ArticleCard))
  /** `null` where Next itself adds `noindex`: on pages that go out with 404 or 410. */
  robots?: null
}

type ArticleCard = {
  publishedTime: string
  modifiedTime: string
  authors: string[]
  section?: string
  tags?: string[]
}

/** What browsers, search engines and places where links are shared are told of a page, and its one address. */
export const toMetadata = (title: string, description: string, path: string): PageMetadata => ({
  title,
  description,
  alternates: { canonical: path, types: toFeedLinks() },
  openGraph: { type: 'website', ...toCard(title, description, path), images: [toImage(siteSharePath, getSite().name)] },
})

/** The same of one page of a list. */
export const toListMetadata = (title: string, description: string, list: string, page: number): PageMetadata =>
  toMetadata(
    page === 1 ? title : getSite().messages.lists.titleOfPage(title, page),
    description,
    listPagePath(list, page),
  )

/** The same of a page that has a feed of its own beside the publication's. */
export const withFeed = (metadata: PageMetadata, feed: FeedLink): PageMetadata => ({
  ...metadata,
  ...(metadata.alternates && { alternates: { ...metadata.alternates, types: toFeedLinks(feed) } }),
})

/** The same of a page that goes out with 404 or 410, to which Next itself adds `noindex`. */
export const withoutRobots = (metadata: PageMetadata): PageMetadata => ({ ...metadata, robots: null })

/** The same of a story, with its dates, authors, topics and an image of its own. */
export function toArticleMetadata(article: Article): PageMetadata {
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

/** What all pages share: the layout's metadata. */
export function siteMetadata() {
  const { name, tagline, url, messages } = getSite()
  return {
    metadataBase: new URL(url),
    title: { default: name, template: messages.site.title('%s', name) },
    description: tagline,
    alternates: { types: toFeedLinks() },
    manifest: manifestPath,
    robots: { 'max-image-preview': 'large' },
    // Next completes the card with title, description and image of Open Graph.
    twitter: { card: 'summary_large_image' as const },
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
  const known = locales.get(language) ?? findLocale(language)
  locales.set(language, known)
  return known
}

const locales = new Map<string, string>()

function findLocale(language: string): string {
  const { language: tongue, region } = new Intl.Locale(language).maximize()
  return [tongue, region].filter(Boolean).join('_')
}
