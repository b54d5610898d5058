/**
 * An address of the publication. Its path is in Next's notation: `[slug]` stands for one segment, `[...path]` for several,
 * and a page lies at that path below `app/`.
 */
type Row = {
  path: `/${string}`
  /** A page for readers, which the renderer makes. Others are for programs, or are made for each request. */
  isPage?: true
  /** A list that goes on at `/page/2`. */
  isPaged?: true
  /** A page that the sitemap names whatever content there is. */
  isListed?: true
  /** The query parameters that it takes. Pages take none. */
  parameters?: readonly string[]
}

/**
 * Every address, each once: links, parsing, reserved slugs, the gate, the renderer, the sitemap and tests take them from
 * here. Where two match a path, the first one has it.
 */
export const addressTable = {
  'front-page': { path: '/', isPage: true },
  latest: { path: '/latest', isPage: true, isPaged: true },
  'latest/feeds': { path: '/latest/feeds', isPage: true, isListed: true },
  topics: { path: '/topics', isPage: true, isListed: true },
  authors: { path: '/authors', isPage: true, isListed: true },
  people: { path: '/people', isPage: true, isListed: true },
  archive: { path: '/archive', isPage: true, isListed: true },
  'hot-this-week': { path: '/hot-this-week', isPage: true, isListed: true },
  corrections: { path: '/corrections', isPage: true, isPaged: true },
  search: { path: '/search', parameters: ['q', 'topic', 'from', 'to', 'page'] },
  'corrections/feed.xml': { path: '/corrections/feed.xml' },
  'feed.xml': { path: '/feed.xml' },
  'atom.xml': { path: '/atom.xml' },
  'feed.json': { path: '/feed.json' },
  'sitemap.xml': { path: '/sitemap.xml' },
  'news-sitemap.xml': { path: '/news-sitemap.xml' },
  'robots.txt': { path: '/robots.txt' },
  'manifest.webmanifest': { path: '/manifest.webmanifest' },
  '.well-known/security.txt': { path: '/.well-known/security.txt' },
  'share.png': { path: '/share.png' },
  'icon.svg': { path: '/icon.svg' },
  'apple-icon.png': { path: '/apple-icon.png' },
  'favicon.ico': { path: '/favicon.ico' },
  'api/hot-this-week': { path: '/api/hot-this-week' },
  'api/reads': { path: '/api/reads' },
  'api/health': { path: '/api/health', parameters: ['live'] },
  'api/preview': { path: '/api/preview', parameters: ['secret', 'slug'] },
  metrics: { path: '/api/metrics' },
  article: { path: '/articles/[slug]', isPage: true },
  'share-image': { path: '/articles/[slug]/share.png' },
  topic: { path: '/topics/[slug]', isPage: true, isPaged: true },
  'topic-feed': { path: '/topics/[slug]/feed.xml' },
  author: { path: '/authors/[slug]', isPage: true, isPaged: true },
  person: { path: '/people/[slug]', isPage: true, isPaged: true },
  'person-feed': { path: '/people/[slug]/feed.xml' },
  'archive-period': { path: '/archive/[...period]', isPage: true, isPaged: true },
  sitemap: { path: '/sitemaps/[file]' },
  photo: { path: '/photos/[...path]', parameters: ['w', 'crop'] },
  script: { path: '/scripts/[file]' },
  page: { path: '/[page]', isPage: true },
} as const satisfies Record<string, Row>

/** What an address shows; the name of its row. */
export type AddressKind = keyof typeof addressTable

/** The row of a kind. */
export const rowOf = (kind: AddressKind): Row => addressTable[kind]

/** All kinds, in the order of the table. */
export const addressKinds = Object.keys(addressTable) as AddressKind[]

/** First segments of the publication's own addresses, so that no page of `pages/` may have one as its slug. */
export const reservedSegments: ReadonlySet<string> = new Set(
  addressKinds.flatMap((kind) => rowOf(kind).path.split('/').slice(1, 2)).filter((segment) => /^[^[]/.test(segment)),
)
