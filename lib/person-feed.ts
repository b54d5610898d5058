import { Feed } from 'feed'
import { formatPeriod } from './dates'
import { articlePath, personFeedPath, personPath } from './links'
import { getSite, toAbsolute } from './site'
import type { Person, SpokenQuotation } from './types'

/** How many quotations a feed holds. */
const most = 50

/** A person's quotations as RSS 2.0, those of the newest stories first. */
export function toPersonFeed({ slug, name }: Person, quotations: SpokenQuotation[]): { xml: string; updated: Date } {
  const newest = quotations
    .toSorted((a, b) => Date.parse(b.article.publishedAt) - Date.parse(a.article.publishedAt))
    .slice(0, most)
  const updated = new Date(newest[0]?.article.publishedAt ?? 0)
  const feed = new Feed({
    title: `${name} – ${getSite().name}`,
    description: `Every quotation of ${name} in ${getSite().name}, with the title held that day.`,
    link: toAbsolute(personPath(slug)),
    feedLinks: { rss: toAbsolute(personFeedPath(slug)) },
    language: getSite().language,
    generator: false,
    updated,
  })
  for (const quotation of newest) feed.addItem(toItem(name, quotation))
  return { xml: feed.rss2(), updated }
}

function toItem(name: string, { id, text, day, role, to, article }: SpokenQuotation) {
  const said = [role && `${role.title}, ${role.institution}`, to && `to ${to}`].filter(Boolean).join(', ')
  return {
    title: `${name}, ${formatPeriod(day)}`,
    link: `${toAbsolute(articlePath(article.slug))}#${encodeURIComponent(id)}`,
    // The story's lasting id, so that a quotation keeps its identity when the story moves.
    guid: `${toAbsolute(articlePath(article.id))}#${encodeURIComponent(id)}`,
    date: new Date(article.publishedAt),
    description: `“${text}” ${said && `(${said}) `}In “${article.headline}”.`,
  }
}
