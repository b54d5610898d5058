import { type TextDocument, toTextDocument } from '#lib/http/text-document'
import { getArticles, getChangedAt } from '#lib/publication/articles'
import { keepForEdition } from '#lib/publication/once-per-edition'
import { sitemapPath } from '#lib/rules/links'
import { lastLeftNews, newsOf, writeNewsSitemap } from './news-sitemap'
import type { SitemapEntry } from './sitemap-entries'
import { getSitemapParts } from './sitemap-parts'
import { writeSitemap, writeSitemapIndex } from './write-sitemap'

const toXml = (xml: string): TextDocument => toTextDocument('application/xml', xml)

/** A file of the sitemap; the first is 1. Rejects when there is none of that number. */
export const getSitemapPart = keepForEdition(async (number: number, now): Promise<TextDocument> => {
  const part = getSitemapParts(now)[number - 1]
  if (!part) throw new Error(`The sitemap has no part ${number}`)
  return toXml(await writeSitemap(part))
})

/** The index of the sitemap's files. */
export const getSitemapIndex = keepForEdition(async (_: undefined, now): Promise<TextDocument> => {
  const parts = getSitemapParts(now).map((part, index) => ({
    path: sitemapPath(index + 1),
    changedAt: lastChange(part),
  }))
  return toXml(await writeSitemapIndex(parts))
})

function lastChange(part: SitemapEntry[]): Date | undefined {
  const last = part.reduce((latest, { changedAt }) => Math.max(latest, +(changedAt ?? 0)), 0)
  return last > 0 ? new Date(last) : undefined
}

/** How many stories the news sitemap of a moment has. Within one edition they can only leave it. */
export const countNews = (now: Date): number => newsOf(getArticles(now), now).length

/** The news sitemap of so many stories, the newest. */
export const getNewsSitemap = keepForEdition(
  async (stories: number, now): Promise<TextDocument> =>
    toXml(await writeNewsSitemap(getArticles(now).slice(0, stories))),
)

/** When the news sitemap last changed: a story left it, or anything else happened. */
export const getNewsChangedAt = (now: Date): Date =>
  new Date(Math.max(+getChangedAt(now), lastLeftNews(getArticles(now), now)))
