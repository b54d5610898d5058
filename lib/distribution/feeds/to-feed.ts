import { type Extension, Feed, type Item } from 'feed'
import { getSite, toAbsolute } from '#lib/publication/site'
import type { Channel, FeedEntry } from './feed-entry'

/** How a format takes words, and what it says of an entry that others say differently. */
export type FeedFormat = { pack: (text: string) => string; own: (entry: FeedEntry) => Partial<Item> }

/** A feed ready to be written in a format. */
export function toFeed(channel: Channel, entries: FeedEntry[], updated: Date, { pack, own }: FeedFormat): Feed {
  const feed = new Feed({
    id: toAbsolute(channel.page),
    title: pack(channel.title),
    description: pack(channel.description),
    link: toAbsolute(channel.page),
    feed: toAbsolute(channel.self),
    feedLinks: { json: toAbsolute(channel.self) },
    language: getSite().language,
    generator: false,
    updated,
  })
  for (const entry of entries) {
    feed.addItem({
      id: entry.id,
      link: entry.link,
      title: pack(entry.title),
      content: pack(entry.content),
      published: entry.published,
      date: entry.updated,
      category: entry.topics.map((topic) => ({ name: pack(topic), term: pack(topic) })),
      ...(entry.summary ? { description: pack(entry.summary) } : {}),
      ...(entry.photo ? { image: entry.photo } : {}),
      ...own(entry),
    })
  }
  return feed
}

/** What `feed` has no field for. Its type does not know that an element may stand several times. */
export const toExtension = (name: string, objects: unknown[]): Extension => ({
  name,
  objects: objects as unknown as Extension['objects'],
})
