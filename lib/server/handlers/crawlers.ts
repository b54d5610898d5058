import { toRobots } from '#lib/distribution/robots'
import { toSecurityText } from '#lib/distribution/security-text'
import {
  countNews,
  getNewsChangedAt,
  getNewsSitemap,
  getSitemapIndex,
  getSitemapPart,
} from '#lib/distribution/sitemaps/sitemaps'
import { pageCacheControl } from '#lib/http/caching'
import { getPage } from '#lib/publication/pages'
import { answerDocument } from './answer-document'
import type { Handler } from './handler'

/** The index of the sitemap's files. */
export const sitemapIndex: Handler = (request, { now }) => answerDocument(getSitemapIndex, undefined, request, now)

/** A file of the sitemap. */
export const sitemapPart: Handler = (request, { address, now }) =>
  answerDocument(getSitemapPart, Number(address.name), request, now)

/** The stories of the last 48 hours, counted from the request. */
export const newsSitemap: Handler = (request, { now }) =>
  answerDocument(getNewsSitemap, countNews(now), request, now, getNewsChangedAt(now))

const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': pageCacheControl }

/** What crawlers may read, and where they find all of it. */
export const robots: Handler = () => new Response(toRobots(), { headers: plain })

/** How to report a weakness (RFC 9116), for as long as the publication has a page that says how to reach it. */
export const securityText: Handler = (_, { now }) => {
  const page = getPage('contact') ?? getPage('about')
  return page
    ? new Response(toSecurityText(page, now), { headers: plain })
    : new Response('This publication has no page "contact" or "about" yet.\n', { status: 404, headers: plain })
}
