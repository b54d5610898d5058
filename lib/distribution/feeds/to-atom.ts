import { getSite } from '#lib/publication/site'
import type { Channel, FeedEntry } from './feed-entry'
import { type FeedFormat, toFeed } from './to-feed'
import { packText, unpackXml } from './xml-text'

/** Atom (RFC 4287), with its language, titles and summaries as the plain text they are, and JPEG under its registered name. */
export const toAtom = (channel: Channel, entries: FeedEntry[], updated: Date): string =>
  unpackXml(toFeed(channel, entries, updated, format).atom1())
    .replace('<feed ', `<feed xml:lang="${getSite().language}" `)
    .replace(/<(title|summary) type="html">/g, '<$1>')
    .replace(/ type="image\/jpg"/gi, ' type="image/jpeg"')

const format: FeedFormat = {
  pack: packText,
  own: ({ authors }) => ({ author: authors.map(({ name, url }) => ({ name: packText(name), link: url })) }),
}
