import { toAbsolute } from '#lib/publication/site'
import { newsSitemapPath, searchPath, sitemapIndexPath } from '#lib/rules/links'

/** `robots.txt` (RFC 9309): everything may be read but what is made for each who asks; the form of the search may. */
export const toRobots = (): string => `User-agent: *
Allow: /
Disallow: /api/
Disallow: ${searchPath}?

Sitemap: ${toAbsolute(sitemapIndexPath)}
Sitemap: ${toAbsolute(newsSitemapPath)}
`
