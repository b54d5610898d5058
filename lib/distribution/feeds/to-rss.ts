import type { Channel, FeedEntry } from './feed-entry'
import { type FeedFormat, toExtension, toFeed } from './to-feed'
import { packText, unpackXml } from './xml-text'

/** RSS 2.0. Its own `author` is an e-mail address, so writers stand in `dc:creator`. */
export const toRss = (channel: Channel, entries: FeedEntry[], updated: Date): string =>
  unpackXml(toFeed(channel, entries, updated, format).rss2())

const format: FeedFormat = {
  pack: packText,
  own: ({ authors }) => ({
    extensions: [
      toExtension(
        'dc:creator',
        authors.map(({ name }) => ({ _text: packText(name) })),
      ),
    ],
  }),
}
