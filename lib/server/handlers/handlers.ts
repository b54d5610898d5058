import { newsSitemap, robots, securityText, sitemapIndex, sitemapPart } from './crawlers'
import { atomFeed, correctionsFeed, jsonFeed, personFeed, rssFeed, topicFeed } from './feeds'
import type { Handler } from './handler'
import { health, metrics } from './operations'
import { photo, siteShareImage, storyShareImage } from './pictures'
import { hotThisWeek, reads } from './reads'
import { icon, manifest, script } from './site-files'

/** The handlers of addresses that are no pages, by kind; `standing` ones by their names. */
export const handlers: Record<string, Handler> = {
  'standing:feed.xml': rssFeed,
  'standing:atom.xml': atomFeed,
  'standing:feed.json': jsonFeed,
  'standing:corrections/feed.xml': correctionsFeed,
  'topic-feed': topicFeed,
  'person-feed': personFeed,
  'standing:sitemap.xml': sitemapIndex,
  sitemap: sitemapPart,
  'standing:news-sitemap.xml': newsSitemap,
  'standing:robots.txt': robots,
  'standing:.well-known/security.txt': securityText,
  'standing:manifest.webmanifest': manifest,
  script,
  'standing:icon.svg': icon,
  'standing:apple-icon.png': icon,
  'standing:favicon.ico': icon,
  photo,
  'share-image': storyShareImage,
  'standing:share.png': siteShareImage,
  'standing:api/reads': reads,
  'standing:api/hot-this-week': hotThisWeek,
  'standing:api/health': health,
  metrics,
}
