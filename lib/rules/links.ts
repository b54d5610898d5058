/** Every address of the publication, each written down once. Paths are percent-encoded. */

const at = (folder: string) => (slug: string) => `/${folder}/${encodeURIComponent(slug)}`

export const frontPagePath = '/'
export const latestPath = '/latest'
export const topicsPath = '/topics'
export const authorsPath = '/authors'
export const peoplePath = '/people'
export const archivePath = '/archive'
export const hotThisWeekPath = '/hot-this-week'
export const hotThisWeekDataPath = '/api/hot-this-week'
export const readsPath = '/api/reads'
/** A story before its time, for those who have the secret. */
export const previewPath = '/api/preview'
export const healthPath = '/api/health'
export const metricsPath = '/api/metrics'
/** A script, under a name that changes with its text. */
export const scriptPath = (name: string) => `/scripts/${name}.js`
export const searchPath = '/search'
export const correctionsPath = '/corrections'
export const correctionsFeedPath = '/corrections/feed.xml'
/** The page that lists every feed. */
export const feedsPath = '/latest/feeds'
export const feedPath = '/feed.xml'
export const atomFeedPath = '/atom.xml'
export const jsonFeedPath = '/feed.json'
export const sitemapIndexPath = '/sitemap.xml'
export const newsSitemapPath = '/news-sitemap.xml'
export const robotsPath = '/robots.txt'
export const manifestPath = '/manifest.webmanifest'
export const securityPath = '/.well-known/security.txt'
/** The icon as a picture of 180 px, for home screens and as the publisher's logo. */
export const iconPath = '/apple-icon.png'
/** The image for sharing of pages that have none of their own. */
export const siteSharePath = '/share.png'
export const articlePath = at('articles')
export const sharePath = (slug: string) => `${articlePath(slug)}/share.png`
export const topicPath = at('topics')
export const topicFeedPath = (slug: string) => `${topicPath(slug)}/feed.xml`
export const authorPath = at('authors')
export const personPath = at('people')
export const personFeedPath = (slug: string) => `${personPath(slug)}/feed.xml`
/** A part of the sitemap; the first is 1. */
export const sitemapPath = (part: number) => `/sitemaps/${part}.xml`
export const pagePath = (slug: string) => `/${encodeURIComponent(slug)}`

/** The archive of a period: `2024`, `2024-11` or `2024-11-22`. */
export const archivePeriodPath = (period: string) => `/archive/${period.replaceAll('-', '/')}`

/** A page of a list; the first page is the list's own address. */
export const listPagePath = (list: string, page: number) => (page === 1 ? list : `${list}/page/${page}`)

/** What a reader searches for; days are `yyyy-mm-dd`, and what is empty is left out. */
type SearchParams = { q?: string; topic?: string; from?: string; to?: string; page?: number }

/** The address of a search and of a page of its results. */
export function searchResultsPath({ page = 1, ...asked }: SearchParams): string {
  const given = Object.entries({ ...asked, page: page === 1 ? '' : String(page) }).filter(([, value]) => value)
  return given.length === 0 ? searchPath : `${searchPath}?${new URLSearchParams(given as [string, string][])}`
}

/** The widths in pixels that pages ask for; no other is made, so that nobody can fill the disk. */
export const photoWidths = [160, 320, 480, 640, 800, 1200, 1600]

/** A picture of `photos/` as it is, or at a width in pixels. */
export function photoPath(source: string, width?: number): string {
  const path = `/${source.split('/').map(encodeURIComponent).join('/')}`
  return width ? `${path}?w=${width}` : path
}

/** A picture cut to a ratio such as `16x9`. */
export const photoCropPath = (source: string, crop: string) => `${photoPath(source)}?crop=${crop}`

/** First segments that the publication's own addresses use, so that no page of `pages/` may have them. */
export const reservedSegments = [
  ...['articles', 'latest', 'topics', 'authors', 'people', 'archive', 'hot-this-week', 'api', 'search', 'corrections'],
  ...['feed.xml', 'atom.xml', 'feed.json', 'sitemap.xml', 'sitemaps', 'news-sitemap.xml', 'robots.txt', 'photos'],
]

/** Lower-case letters or digits of any script joined by single hyphens, at most 200 bytes of UTF-8. */
export function isSlug(value: string): boolean {
  const composed = value.normalize('NFC')
  const isSpelled = /^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u.test(composed)
  return isSpelled && composed === composed.toLowerCase() && new TextEncoder().encode(composed).length <= 200
}

/** The slug of a content file: its name without folders and ending, in composed form (NFC). */
export const toSlug = (file: string) => file.slice(file.lastIndexOf('/') + 1, -'.mdx'.length).normalize('NFC')

/** A picture's one name: its path with `photos/` in front, whichever way a story wrote it. */
export const toPhotoFile = (source: string) =>
  `photos/${source.replace(/^\//, '').replace(/^photos\//, '')}`.normalize('NFC')
