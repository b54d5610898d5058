import { toHtml } from 'hast-util-to-html'
import { getSite } from '../site'
import type { Channel, FeedEntry } from './feed-entry'
import { type FeedFormat, toFeed } from './to-feed'
import { packText, unpackXml } from './xml-text'

/** Atom (RFC 4287), with its language, and with JPEG under the name that is registered. */
export const toAtom = (channel: Channel, entries: FeedEntry[], updated: Date): string =>
  unpackXml(toFeed(channel, entries, updated, format).atom1())
    .replace('<feed ', `<feed xml:lang="${getSite().language}" `)
    .replace(/ type="image\/jpg"/gi, ' type="image/jpeg"')

const format: FeedFormat = {
  pack: packText,
  own: ({ title, summary, authors }) => ({
    title: packPlain(title),
    ...(summary ? { description: packPlain(summary) } : {}),
    author: authors.map(({ name, url }) => ({ name: packText(name), link: url })),
  }),
}

/** `feed` says that titles and summaries are HTML, so plain text must be made into it. */
const packPlain = (text: string): string => packText(toHtml({ type: 'text', value: text }))
