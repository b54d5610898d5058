import { getSite } from '#lib/publication/site'
import { atomFeedPath, feedPath, jsonFeedPath } from '#lib/rules/links'
import { feedTypes } from './formats'

/** A feed that a page names: what it is called, and its path. */
export type FeedLink = { title: string; url: string }

/** The feeds that a page names to feed readers, by media type: its own first, which is RSS, then the publication's. */
export function toFeedLinks(own?: FeedLink): Record<string, FeedLink[]> {
  const { name, messages } = getSite()
  const { ofSite } = messages.feeds
  return {
    [feedTypes.rss]: [...(own ? [own] : []), { title: ofSite(name, 'RSS'), url: feedPath }],
    [feedTypes.atom]: [{ title: ofSite(name, 'Atom'), url: atomFeedPath }],
    [feedTypes.json]: [{ title: ofSite(name, 'JSON Feed'), url: jsonFeedPath }],
  }
}
