import * as links from '#lib/rules/links'
import { editions } from './editions'

const ofThePublication = (path: string) => editions.publication.url + path

/** Addresses of every kind in the test edition "life", by the status of their response. */
export const everyAddress: Record<200 | 308 | 404 | 410, string[]> = {
  200: [
    ...[links.frontPagePath, links.articlePath('moved'), links.articlePath('many-5'), links.sharePath('moved')],
    ...[links.latestPath, '/latest/page/2', links.topicsPath, links.topicPath('life'), '/topics/life/page/2'],
    ...[links.authorsPath, links.authorPath('desk'), '/authors/desk/page/2', links.peoplePath],
    ...[links.personPath('speaker'), links.archivePath, '/archive/2024', '/archive/2024/11', '/archive/2024/11/22'],
    ...['/archive/2024/page/2', links.hotThisWeekPath, links.hotThisWeekDataPath, links.searchPath, '/search?q=moved'],
    ...[links.correctionsPath, '/corrections/page/2', links.feedsPath],
    ...[links.feedPath, links.atomFeedPath, links.jsonFeedPath, links.correctionsFeedPath],
    ...[links.topicFeedPath('life'), links.personFeedPath('speaker')],
    ...[links.sitemapIndexPath, links.sitemapPath(1), links.newsSitemapPath, links.robotsPath, links.healthPath],
    ...['/photos/public.png', '/photos/public.png?w=160', '/photos/public.png?crop=16x9', links.siteSharePath],
    ...[links.manifestPath, links.iconPath, '/icon.svg', '/favicon.ico'],
    ...[links.pagePath('about'), links.securityPath].map(ofThePublication),
  ],
  308: [
    ...[links.articlePath('first-address'), links.sharePath('first-address'), '/latest/page/1', '/topics/life/page/1'],
    ...['/feed%2Exml', '/%73earch', '/articles/%77ithdrawn'],
  ],
  404: [
    ...['/nothing-here', '/a/b/c/d', links.articlePath('draft'), links.articlePath('scheduled')],
    ...[links.sharePath('draft'), '/latest/page/0', '/latest/page/4', links.topicPath('never'), '/people/nobody'],
    ...['/archive/2024/11/01', '/sitemaps/2.xml', '/photos/hidden.png', '/scripts/nothing.js', links.metricsPath],
    ...['/topics/never/feed.xml', '/_next/static/nothing.js'],
  ],
  410: [links.articlePath('withdrawn')],
}
