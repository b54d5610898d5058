import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import { getSite, toAbsolute } from '#lib/publication/site'
import type { Channel, FeedEntry } from './feed-entry'

/** How a feed is written: its channel, its entries, and when the last of them changed. */
type Write = (channel: Channel, entries: FeedEntry[], updated: Date) => string

/** What no feed should hold: control characters but tab and line ends, halves of pairs, and characters reserved for no text (XML 1.0, 2.2). */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** The serializer writes numbers, which some feed readers do not decode. */
const entities: Record<string, string> = { 26: '&amp;', '3C': '&lt;', 22: '&quot;' }

/** Writes a document without what XML forbids: those characters, and `]]>` in a text (XML 1.0, 2.4), which the serializer leaves. */
function write(root: Element): string {
  const xml = toXml(root, { closeEmptyElements: true })
    .replace(/&#x(26|3C|22);/g, (reference, code) => entities[code] ?? reference)
    .replace(forbidden, '')
    .replaceAll(']]>', ']]&gt;')
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml}`
}

/** RSS 2.0. Its own `author` is an e-mail address, so writers stand in `dc:creator`. */
const writeRss: Write = ({ title, description, page, self }, entries, updated) =>
  write(
    x('rss', { version: '2.0', ...rssNamespaces }, [
      x('channel', [
        x('title', title),
        x('link', toAbsolute(page)),
        x('description', description),
        x('lastBuildDate', updated.toUTCString()),
        x('docs', 'https://www.rssboard.org/rss-specification'),
        x('language', getSite().language),
        x('atom:link', { href: toAbsolute(self), rel: 'self', type: feedTypes.rss }),
        ...entries.map(toRssItem),
      ]),
    ]),
  )

const rssNamespaces = {
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
}

const toRssItem = ({ id, link, title, summary, content, published, authors, topics, photo }: FeedEntry) =>
  x('item', [
    x('title', title),
    x('link', link),
    x('guid', { isPermaLink: 'false' }, id),
    x('pubDate', published.toUTCString()),
    ...(summary ? [x('description', summary)] : []),
    x('content:encoded', content),
    ...topics.map((topic) => x('category', topic)),
    ...(photo ? [x('enclosure', { url: photo.url, type: photo.type, length: String(photo.length) })] : []),
    ...authors.map(({ name }) => x('dc:creator', name)),
  ])

/** Atom (RFC 4287). */
const writeAtom: Write = ({ title, description, page, self }, entries, updated) =>
  write(
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': getSite().language }, [
      x('id', toAbsolute(page)),
      x('title', title),
      x('updated', updated.toISOString()),
      x('link', { rel: 'alternate', href: toAbsolute(page) }),
      x('link', { rel: 'self', href: toAbsolute(self) }),
      x('subtitle', description),
      ...entries.map(toAtomEntry),
    ]),
  )

const toAtomEntry = (entry: FeedEntry) =>
  x('entry', [
    x('title', entry.title),
    x('id', entry.id),
    x('link', { href: entry.link }),
    ...(entry.photo ? [toAtomEnclosure(entry.photo)] : []),
    x('updated', entry.updated.toISOString()),
    ...(entry.summary ? [x('summary', entry.summary)] : []),
    x('content', { type: 'html' }, entry.content),
    ...entry.authors.map(({ name, url }) => x('author', [x('name', name), x('uri', url)])),
    ...entry.topics.map((topic) => x('category', { label: topic, term: topic })),
    x('published', entry.published.toISOString()),
  ])

const toAtomEnclosure = ({ url, type, length }: NonNullable<FeedEntry['photo']>) =>
  x('link', { rel: 'enclosure', href: url, type, length: String(length) })

/** JSON Feed 1.1. */
const writeJson: Write = ({ title, description, page, self }, entries) => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    language: getSite().language,
    title,
    home_page_url: toAbsolute(page),
    feed_url: toAbsolute(self),
    description,
    items: entries.map(({ id, link, title, summary, content, published, updated, authors, topics, photo }) => ({
      id,
      url: link,
      title,
      summary,
      content_html: content,
      image: photo?.url,
      date_published: published,
      date_modified: updated,
      authors,
      tags: topics,
    })),
  }
  return JSON.stringify(feed, (_, value) => (typeof value === 'string' ? value.replace(forbidden, '') : value))
}

/** The media types of the formats of feeds. */
export const feedTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

/** How each format is written. */
export const writeFeed = { rss: writeRss, atom: writeAtom, json: writeJson } satisfies Record<string, Write>
