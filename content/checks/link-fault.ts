import { type Address, parseAddress } from '#lib/addresses'
import { lifeAt, type StoryDates } from '#lib/story-life'
import type { Folder } from '../content-dir'
import type { CheckedDocument } from './check-document'
import { documentFault, type Known, strings } from './known'

const foldersOf: Partial<Record<Address['kind'], Folder>> = {
  article: 'articles',
  topic: 'topics',
  author: 'authors',
  person: 'people',
  page: 'pages',
}

/** What is wrong with a link inside the publication: it leads nowhere, or to a story readers may not see yet. */
export function linkFault(link: string, from: CheckedDocument, known: Known): string | undefined {
  const address = parseAddress(link.split(/[?#]/, 1)[0] ?? '')
  if (!address) return `"${link}" is not an address of the publication. Mend the link`
  if (address.kind === 'photo' && !known.photos.has(address.name)) return `"${link}" leads to no picture. Mend the link`
  const folder = foldersOf[address.kind]
  if (!folder) return undefined
  const target = known.documents[folder].get(address.name)
  if (!target) {
    if (folder === 'articles' && isFormerSlug(address.name, known)) return undefined
    return `"${link}" leads nowhere: ${documentFault(address.name, folder, known)}`
  }
  if (folder !== 'articles' || target.slug === from.slug) return undefined
  const life = lifeAt(target.data as StoryDates, firstShown(from, known.now))
  if (life === 'draft') return `"${link}" leads to a draft. Publish that story first, or remove the link`
  if (life === 'scheduled') return `"${link}" leads to a story that is not yet public. Remove the link until it is`
  return undefined
}

const isFormerSlug = (slug: string, { documents }: Known) =>
  [...documents.articles.values()].some((article) => strings(article.data.formerSlugs).includes(slug))

/** The moment from which readers can follow a document's links: now, or when a scheduled story comes out. */
function firstShown({ data }: CheckedDocument, now: Date): Date {
  const published = new Date(String(data.publishedAt))
  return published > now ? published : now
}
