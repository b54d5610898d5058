import { findJsonError } from './json'
import type { Answer } from './site'
import { attributeOf, child, children, readXml, textIn, textOfXml, type Xml } from './xml'

export type FeedItem = {
  id: unknown
  title: unknown
  link: string | undefined
  dates: unknown[]
  authors: unknown[]
  content: string | undefined
}

/** A feed of any format, as a feed reader sees it. */
export type Feed = {
  address: string
  answer: Answer
  format: 'RSS' | 'Atom' | 'JSON Feed'
  version: unknown
  title: unknown
  link: string | undefined
  description: unknown
  self: string | undefined
  updated: unknown
  items: FeedItem[]
}

/** Parses a response as the kind of feed it claims to be; undefined if it is no feed or cannot be parsed. */
export function readFeed(answer: Answer): Feed | undefined {
  if (answer.headers.get('Content-Type')?.includes('feed+json'))
    return findJsonError(answer.text) === undefined ? readJsonFeed(answer) : undefined
  const read = readXml(answer.text)
  if ('error' in read) return undefined
  if (read.root.rss) return readRss(answer, child(read.root, 'rss'))
  return read.root.feed ? readAtom(answer, child(read.root, 'feed')) : undefined
}

function readRss(answer: Answer, rss: Xml | undefined): Feed {
  const channel = child(rss, 'channel')
  return {
    address: answer.address,
    answer,
    format: 'RSS',
    version: attributeOf(rss, 'version'),
    title: textIn(channel, 'title'),
    link: textIn(channel, 'link'),
    description: textIn(channel, 'description'),
    self: linkOf(children(channel, 'atom:link'), 'self'),
    updated: textIn(channel, 'lastBuildDate'),
    items: children(channel, 'item').map((item) => ({
      id: textIn(item, 'guid'),
      title: textIn(item, 'title'),
      link: textIn(item, 'link'),
      dates: [textIn(item, 'pubDate')],
      authors: children(item, 'dc:creator').map(textOfXml),
      content: textIn(item, 'content:encoded'),
    })),
  }
}

function readAtom(answer: Answer, feed: Xml | undefined): Feed {
  return {
    address: answer.address,
    answer,
    format: 'Atom',
    version: attributeOf(feed, 'xmlns'),
    title: textIn(feed, 'title'),
    link: linkOf(children(feed, 'link'), 'alternate'),
    description: textIn(feed, 'subtitle'),
    self: linkOf(children(feed, 'link'), 'self'),
    updated: textIn(feed, 'updated'),
    items: children(feed, 'entry').map((entry) => ({
      id: textIn(entry, 'id'),
      title: textIn(entry, 'title'),
      link: linkOf(children(entry, 'link'), 'alternate'),
      dates: [textIn(entry, 'updated'), textIn(entry, 'published')],
      authors: children(entry, 'author').map((author) => textIn(author, 'name')),
      content: textIn(entry, 'content'),
    })),
  }
}

function readJsonFeed(answer: Answer): Feed {
  const feed = JSON.parse(answer.text) as { [name: string]: unknown; items?: { [name: string]: unknown }[] }
  const toAuthors = (authors: unknown) => ((authors ?? []) as { name?: string }[]).map(({ name }) => name)
  return {
    address: answer.address,
    answer,
    format: 'JSON Feed',
    version: feed.version,
    title: feed.title,
    link: feed.home_page_url as string | undefined,
    description: feed.description,
    self: feed.feed_url as string | undefined,
    updated: undefined,
    items: (feed.items ?? []).map((item) => ({
      id: item.id,
      title: item.title,
      link: item.url as string | undefined,
      dates: [item.date_published, ...(item.date_modified ? [item.date_modified] : [])],
      authors: toAuthors(item.authors),
      content: item.content_html as string | undefined,
    })),
  }
}

/** A link without `rel` is an alternate link (RFC 4287). */
const linkOf = (links: Xml[], rel: string) =>
  links.filter((link) => (attributeOf(link, 'rel') ?? 'alternate') === rel).map((link) => attributeOf(link, 'href'))[0]
