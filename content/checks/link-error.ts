import type { Folder } from '#content/content-dir'
import { reservedSegments } from '#lib/rules/address-table'
import { type Address, parseLink } from '#lib/rules/addresses'
import { periodsOf, toDay } from '#lib/rules/dates'
import { onceEach } from '#lib/rules/once-each'
import { lifeAt, type StoryDates } from '#lib/rules/story-life'
import type { CheckedDocument } from './check-document'
import { documentError, type Known, type Problem, strings } from './known'

const foldersOf: Partial<Record<Address['kind'], Folder>> = {
  article: 'articles',
  topic: 'topics',
  'topic-feed': 'topics',
  author: 'authors',
  person: 'people',
  'person-feed': 'people',
  page: 'pages',
}

/** What is wrong with a link inside the publication: it leads nowhere, or to a story readers may not see yet. */
export function linkError(link: string, from: CheckedDocument, known: Known): Problem | undefined {
  const address = parseLink(link)
  if (!address) return () => `"${link}" is not an address of the publication. Mend the link`
  if (address.kind === 'article' || address.kind === 'share-image') return storyError(link, address.name, from, known)
  const folder = foldersOf[address.kind]
  const isMissing =
    (folder && !known.documents[folder].has(address.name)) ||
    (address.kind === 'photo' && !known.photos.has(address.name)) ||
    (address.kind === 'archive-period' && !archiveOf(known).periods.has(address.name))
  if (!isMissing) return undefined
  const isOwn = address.kind === 'page' && (reservedSegments.has(address.name) || address.name.includes('.'))
  const problem = folder && !isOwn ? documentError(address.name, folder, known) : undefined
  return () => `"${link}" leads nowhere. ${problem?.() ?? 'Mend the link'}`
}

function storyError(link: string, slug: string, from: CheckedDocument, known: Known): Problem | undefined {
  const target = known.documents.articles.get(slug) ?? archiveOf(known).byFormerSlug.get(slug)
  if (!target) return () => `"${link}" leads nowhere. ${documentError(slug, 'articles', known)?.()}`
  if (target.slug === from.slug) return undefined
  const life = lifeAt(target.data as StoryDates, firstShown(from, known.now))
  if (life === 'draft') return () => `"${link}" leads to a draft. Publish that story first, or remove the link`
  if (life === 'scheduled')
    return () => `"${link}" leads to a story that is not yet public. Remove the link until it is`
  return undefined
}

/** Stories by their former slugs, and the periods (`2024`, `2024-11`, `2024-11-22`) in which public ones were published. */
type Archive = { byFormerSlug: Map<string, CheckedDocument>; periods: Set<string> }

/** The archive of a check, made once: no link looks through all stories. */
const archiveOf = onceEach((known: Known): Archive => {
  const archive: Archive = { byFormerSlug: new Map(), periods: new Set() }
  for (const story of known.documents.articles.values()) {
    for (const slug of strings(story.data.formerSlugs)) archive.byFormerSlug.set(slug, story)
    if (story.errors.length > 0 || lifeAt(story.data as StoryDates, known.now) !== 'public') continue
    const day = toDay(new Date(String(story.data.publishedAt)).toISOString(), known.zone)
    for (const period of periodsOf(day)) archive.periods.add(period)
  }
  return archive
})

/** The moment from which readers can follow a document's links: now, or when a scheduled story comes out. */
function firstShown({ data }: CheckedDocument, now: Date): Date {
  const published = new Date(String(data.publishedAt))
  return published > now ? published : now
}
