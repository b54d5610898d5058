import { isCalendarDay } from './dates'

type Kind =
  | ('standing' | 'latest' | 'corrections' | 'archive' | 'sitemap' | 'photo' | 'script' | 'metrics')
  | ('article' | 'share-image' | 'topic' | 'topic-feed' | 'author' | 'person' | 'person-feed' | 'page')

/**
 * An address of the publication: what it shows, of which slug, period, number or picture, and which page of it.
 * A `standing` address is there whatever stories there are; its name is its path.
 */
export type Address = { kind: Kind; name: string; page: number }

/** Addresses that are there whatever stories there are, by their paths. */
export const standing: ReadonlySet<string> = new Set([
  ...['', 'topics', 'authors', 'people', 'archive', 'hot-this-week', 'search', 'latest/feeds'],
  ...['api/hot-this-week', 'api/reads', 'api/health', 'api/preview', 'corrections/feed.xml'],
  ...['feed.xml', 'atom.xml', 'feed.json'],
  ...['sitemap.xml', 'news-sitemap.xml', 'robots.txt', 'manifest.webmanifest', '.well-known/security.txt', 'share.png'],
  ...['icon.svg', 'apple-icon.png', 'favicon.ico'],
])
/** What belongs to a slug: by the segment before it and, where there is one, the file after it. */
const named = new Map<string, Kind>([
  ['articles/', 'article'],
  ['articles/share.png', 'share-image'],
  ['topics/', 'topic'],
  ['topics/feed.xml', 'topic-feed'],
  ['authors/', 'author'],
  ['people/', 'person'],
  ['people/feed.xml', 'person-feed'],
])
const standingPages = new Set(['', 'topics', 'authors', 'people', 'archive', 'hot-this-week', 'latest/feeds'])
const paged = new Set<Kind>(['latest', 'corrections', 'topic', 'author', 'person', 'archive'])

/**
 * Reads a percent-encoded path as an address of the site's grammar; whether it shows anything is for others to say.
 * Names come decoded and composed (NFC). Undefined when no address has that form.
 */
export function parseAddress(path: string): Address | undefined {
  const segments = toSegments(path)
  if (!segments) return undefined
  const [word, number] = segments.slice(-2)
  const isPaged = word === 'page' && /^\d+$/.test(number ?? '')
  const target = toTarget(isPaged ? segments.slice(0, -2) : segments)
  if (!target || !isPaged) return target && { ...target, page: 1 }
  return paged.has(target.kind) && /^[1-9]\d{0,8}$/.test(number ?? '') ? { ...target, page: Number(number) } : undefined
}

/** What an address is called in the tables of pages and handlers: its kind, and the name of a `standing` one. */
export const toTableName = ({ kind, name }: Address): string => (kind === 'standing' ? `standing:${name}` : kind)

/** Is it the address of a page for readers? Others are for programs, or are pictures; the search is made for each request. */
export const isPage = ({ kind, name }: Address): boolean =>
  kind === 'standing' ? standingPages.has(name) : kind === 'article' || kind === 'page' || paged.has(kind)

/** The address that a link inside the publication leads to, whatever query or fragment it has. */
export const parseLink = (link: string): Address | undefined => parseAddress(link.split(/[?#]/, 1)[0] ?? '')

/**
 * The one way to write a percent-encoded path: composed (NFC), escapes in upper case and only where they must be, no slash
 * at its end, as `links.ts` writes them. Undefined where it cannot be decoded.
 */
export function toCanonicalPath(path: string): string | undefined {
  const segments = toSegments(path.replace(/(?<=.)\/$/, ''))
  return segments && `/${segments.map(encodeURIComponent).join('/')}`
}

function toSegments(path: string): string[] | undefined {
  try {
    const segments = path
      .slice(1)
      .split('/')
      .map((segment) => decodeURIComponent(segment).normalize('NFC'))
    // A slash inside a segment belongs to no name.
    return segments.some((segment) => /[/\0]/.test(segment)) ? undefined : segments
  } catch {
    return undefined
  }
}

function toTarget(segments: string[]): { kind: Kind; name: string } | undefined {
  const [first = '', second = '', third = ''] = segments
  const path = segments.join('/')
  if (standing.has(path)) return { kind: 'standing', name: path }
  if (path === 'api/metrics') return { kind: 'metrics', name: path }
  if (path === 'latest' || path === 'corrections') return { kind: path, name: '' }
  if (segments.length === 1) return { kind: 'page', name: first }
  if (first === 'photos') return { kind: 'photo', name: path }
  if (first === 'scripts') return { kind: 'script', name: path }
  if (first === 'archive') return toArchive(segments.slice(1))
  if (first === 'sitemaps') return toSitemap(segments.slice(1).join('/'))
  const kind = segments.length === (third ? 3 : 2) ? named.get(`${first}/${third}`) : undefined
  return kind && second !== '' ? { kind, name: second } : undefined
}

function toSitemap(file: string): { kind: Kind; name: string } | undefined {
  const number = /^([1-9]\d{0,8})\.xml$/.exec(file)?.[1]
  return number ? { kind: 'sitemap', name: number } : undefined
}

function toArchive(parts: string[]): { kind: Kind; name: string } | undefined {
  const period = parts.join('-')
  const isPeriod = isCalendarDay(`${period}-01-01`.slice(0, 10)) && [4, 7, 10].includes(period.length)
  return isPeriod && parts.length === (period.length - 1) / 3 ? { kind: 'archive', name: period } : undefined
}
