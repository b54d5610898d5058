import type { AddressKind } from '#lib/rules/address-table'
import { newsSitemap, robots, securityText, sitemapIndex, sitemapPart } from './crawlers'
import { atomFeed, correctionsFeed, jsonFeed, personFeed, rssFeed, topicFeed } from './feeds'
import type { Handler } from './handler'
import { health, metrics } from './operations'
import { photo, siteShareImage, storyShareImage } from './pictures'
import { hotThisWeek, reads } from './reads'
import { icon, manifest, script } from './site-files'

/** The handlers of addresses that are no pages. */
export const handlers: Partial<Record<AddressKind, Handler>> = {
  'feed.xml': rssFeed,
  'atom.xml': atomFeed,
  'feed.json': jsonFeed,
  'corrections/feed.xml': correctionsFeed,
  'topic-feed': topicFeed,
  'person-feed': personFeed,
  'sitemap.xml': sitemapIndex,
  sitemap: sitemapPart,
  'news-sitemap.xml': newsSitemap,
  'robots.txt': robots,
  '.well-known/security.txt': securityText,
  'manifest.webmanifest': manifest,
  script,
  'icon.svg': icon,
  'apple-icon.png': icon,
  'favicon.ico': icon,
  photo,
  'share-image': storyShareImage,
  'share.png': siteShareImage,
  'api/reads': reads,
  'api/hot-this-week': hotThisWeek,
  'api/health': health,
  metrics,
}
