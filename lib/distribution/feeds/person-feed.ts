import { getQuotationsOf } from '#lib/publication/people'
import { getSite, toAbsolute } from '#lib/publication/site'
import { formatPeriod } from '#lib/rules/dates'
import { articlePath, personFeedPath, personPath } from '#lib/rules/links'
import type { Person, SpokenQuotation } from '#lib/types'
import { element } from './element'
import { type Channel, type FeedEntry, feedLength } from './feed-entry'
import { toFeedHtml } from './feed-html'
import { toStoryId } from './story-entry'

/** What the feed of a person's quotations is called. */
export const getPersonChannel = ({ slug, name }: Person): Channel => ({
  title: `${name} – ${getSite().name}`,
  description: `Every quotation of ${name} in ${getSite().name}, with the title held that day.`,
  page: personPath(slug),
  self: personFeedPath(slug),
})

/** A person's quotations, those of the newest stories first. */
export const getPersonEntries = ({ slug, name }: Person, now: Date): FeedEntry[] =>
  getQuotationsOf(slug, now)
    .toSorted((a, b) => Date.parse(b.article.publishedAt) - Date.parse(a.article.publishedAt))
    .slice(0, feedLength)
    .map((quotation) => toEntry(name, quotation))

function toEntry(name: string, { id, text, lang, source, day, role, to, article }: SpokenQuotation): FeedEntry {
  const anchor = `#${encodeURIComponent(id)}`
  const link = toAbsolute(articlePath(article.slug)) + anchor
  const said = [name, role && `${role.title}, ${role.institution}`, to && `to ${to}`].filter(Boolean).join(', ')
  const figure = element('figure', {}, [
    element('blockquote', { lang, cite: source }, [element('p', {}, [text])]),
    element('figcaption', {}, [`${said}. In `, element('a', { href: link }, [article.headline])]),
  ])
  return {
    id: toStoryId(article) + anchor,
    link,
    title: `${name}, ${formatPeriod(day)}`,
    summary: `“${text}” In “${article.headline}”.`,
    content: toFeedHtml([figure], link),
    published: new Date(article.publishedAt),
    updated: new Date(article.publishedAt),
    authors: [],
    topics: [],
  }
}
