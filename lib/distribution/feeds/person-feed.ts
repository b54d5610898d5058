import type { Element } from 'hast'
import { getQuotationsOf } from '#lib/publication/people'
import { getSite, toAbsolute } from '#lib/publication/site'
import { articlePath, personFeedPath, personPath } from '#lib/rules/links'
import type { Person, SpokenQuotation } from '#lib/types'
import { element } from './element'
import { type Channel, type FeedEntry, feedLength } from './feed-entry'
import { toFeedHtml } from './feed-html'
import { toStoryId } from './story-entry'

/** What the feed of a person's quotations is called. */
export function getPersonChannel({ slug, name }: Person): Channel {
  const site = getSite()
  return {
    title: site.messages.site.title(name, site.name),
    description: site.messages.people.quotationsOf(name, site.name),
    page: personPath(slug),
    self: personFeedPath(slug),
  }
}

/** A person's quotations, those of the newest stories first. */
export const getPersonEntries = ({ slug, name }: Person, now: Date): FeedEntry[] =>
  getQuotationsOf(slug, now)
    .toSorted((a, b) => Date.parse(b.article.publishedAt) - Date.parse(a.article.publishedAt))
    .slice(0, feedLength)
    .map((quotation) => toEntry(name, quotation))

function toEntry(name: string, { id, text, lang, source, day, role, to, article }: SpokenQuotation): FeedEntry {
  const { site, story, lists, feeds, dates } = getSite().messages
  const anchor = `#${encodeURIComponent(id)}`
  const link = toAbsolute(articlePath(article.slug)) + anchor
  const said = [name, role && story.role(role.title, role.institution), to && story.spokenTo(to)]
    .filter(Boolean)
    .join(site.listSeparator)
  const figure = element('figure', {}, [
    element('blockquote', { lang, cite: source }, [element('p', {}, [text])]),
    element('figcaption', {}, lists.saidIn<Element | string>(said, element('a', { href: link }, [article.headline]))),
  ])
  return {
    id: toStoryId(article) + anchor,
    link,
    title: feeds.quotation(name, dates.period(day)),
    summary: feeds.quotedIn(text, article.headline),
    content: toFeedHtml([figure], link),
    published: new Date(article.publishedAt),
    updated: new Date(article.publishedAt),
    authors: [],
    topics: [],
  }
}
