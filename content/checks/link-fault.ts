import { type Address, parseLink } from '#lib/addresses'
import { toDay } from '#lib/dates'
import { reservedSegments } from '#lib/links'
import { lifeAt, type StoryDates } from '#lib/story-life'
import type { Folder } from '../content-dir'
import type { CheckedDocument } from './check-document'
import { documentFault, type Known, strings } from './known'

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
export function linkFault(link: string, from: CheckedDocument, known: Known): string | undefined {
  const address = parseLink(link)
  if (!address) return `"${link}" is not an address of the publication. Mend the link`
  if (address.kind === 'article' || address.kind === 'share-image') return storyFault(link, address.name, from, known)
  const folder = foldersOf[address.kind]
  const isMissing =
    (folder && !known.documents[folder].has(address.name)) ||
    (address.kind === 'photo' && !known.photos.has(address.name)) ||
    (address.kind === 'archive' && !hasStories(address.name, known))
  if (!isMissing) return undefined
  const isOwn = address.kind === 'page' && (reservedSegments.includes(address.name) || address.name.includes('.'))
  const cure = folder && !isOwn ? ` ${documentFault(address.name, folder, known)}` : ' Mend the link'
  return `"${link}" leads nowhere.${cure}`
}

function storyFault(link: string, slug: string, from: CheckedDocument, known: Known): string | undefined {
  const stories = known.documents.articles
  const target = stories.get(slug) ?? [...stories.values()].find(({ data }) => strings(data.formerSlugs).includes(slug))
  if (!target) return `"${link}" leads nowhere. ${documentFault(slug, 'articles', known)}`
  if (target.slug === from.slug) return undefined
  const life = lifeAt(target.data as StoryDates, firstShown(from, known.now))
  if (life === 'draft') return `"${link}" leads to a draft. Publish that story first, or remove the link`
  if (life === 'scheduled') return `"${link}" leads to a story that is not yet public. Remove the link until it is`
  return undefined
}

/** Was a story published in a period (`2024`, `2024-11` or `2024-11-22`), so that its archive has an address? */
const hasStories = (period: string, { documents, zone, now }: Known) =>
  [...documents.articles.values()].some(
    ({ data, faults }) =>
      faults.length === 0 &&
      lifeAt(data as StoryDates, now) === 'public' &&
      toDay(new Date(String(data.publishedAt)).toISOString(), zone).startsWith(period),
  )

/** The moment from which readers can follow a document's links: now, or when a scheduled story comes out. */
function firstShown({ data }: CheckedDocument, now: Date): Date {
  const published = new Date(String(data.publishedAt))
  return published > now ? published : now
}
