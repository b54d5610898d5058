import { getSite } from '#lib/publication/site'
import type { Channel, FeedEntry } from './feed-entry'
import { type FeedFormat, toExtension, toFeed } from './to-feed'
import { toXmlText } from './xml-text'

/** JSON Feed 1.1; `feed` writes 1.0, which knows one author and no language. */
export function toJsonFeed(channel: Channel, entries: FeedEntry[], updated: Date): string {
  const { version: _, ...content } = JSON.parse(toFeed(channel, entries, updated, format).json1())
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', language: getSite().language, ...content })
}

const format: FeedFormat = {
  pack: toXmlText,
  own: ({ authors }) => ({
    extensions: [
      toExtension(
        'authors',
        authors.map(({ name, url }) => ({ name: toXmlText(name), url })),
      ),
    ],
  }),
}
