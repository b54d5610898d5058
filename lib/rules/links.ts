import { type AddressKind, addressTable, rowOf } from './address-table'

/** Paths of addresses, percent-encoded, as pages and feeds link to them. */
const at =
  (kind: AddressKind) =>
  (name: string): string =>
    rowOf(kind).path.replace(/\[.*\]/, () => encodeURIComponent(name))

export const frontPagePath = addressTable['front-page'].path
export const latestPath = addressTable.latest.path
export const topicsPath = addressTable.topics.path
export const authorsPath = addressTable.authors.path
export const peoplePath = addressTable.people.path
export const archivePath = addressTable.archive.path
export const hotThisWeekPath = addressTable['hot-this-week'].path
export const hotThisWeekDataPath = addressTable['api/hot-this-week'].path
export const readsPath = addressTable['api/reads'].path
/** A story before its time, for those who have the secret. */
export const previewPath = addressTable['api/preview'].path
export const healthPath = addressTable['api/health'].path
export const metricsPath = addressTable.metrics.path
/** A script, under a name that changes with its text. */
export const scriptPath = (name: string) => at('script')(`${name}.js`)
export const searchPath = addressTable.search.path
export const correctionsPath = addressTable.corrections.path
export const correctionsFeedPath = addressTable['corrections/feed.xml'].path
/** The page that lists every feed. */
export const feedsPath = addressTable['latest/feeds'].path
export const feedPath = addressTable['feed.xml'].path
export const atomFeedPath = addressTable['atom.xml'].path
export const jsonFeedPath = addressTable['feed.json'].path
export const sitemapIndexPath = addressTable['sitemap.xml'].path
export const newsSitemapPath = addressTable['news-sitemap.xml'].path
export const robotsPath = addressTable['robots.txt'].path
export const manifestPath = addressTable['manifest.webmanifest'].path
export const securityPath = addressTable['.well-known/security.txt'].path
/** The icon as a picture of 180 px, for home screens and as the publisher's logo. */
export const iconPath = addressTable['apple-icon.png'].path
/** The image for sharing of pages that have none of their own. */
export const siteSharePath = addressTable['share.png'].path
export const articlePath = at('article')
export const sharePath = at('share-image')
export const topicPath = at('topic')
export const topicFeedPath = at('topic-feed')
export const authorPath = at('author')
export const personPath = at('person')
export const personFeedPath = at('person-feed')
/** A part of the sitemap; the first is 1. */
export const sitemapPath = (part: number) => at('sitemap')(`${part}.xml`)
export const pagePath = at('page')

/** The archive of a period: `2024`, `2024-11` or `2024-11-22`. */
export const archivePeriodPath = (period: string) =>
  rowOf('archive-period').path.replace(/\[.*\]/, period.replaceAll('-', '/'))

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
