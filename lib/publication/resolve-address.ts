import { type Address, parseAddress, toCanonicalPath } from '#lib/rules/addresses'
import { articlePath, sharePath } from '#lib/rules/links'
import { countPages } from '#lib/rules/paginate'
import { getPeriodArticles } from './archive'
import { getArticle, getArticles, getEdition } from './articles'
import { getAuthor, getAuthorArticles } from './authors'
import { getAllCorrections } from './corrections'
import { getPage } from './pages'
import { getPerson, getQuotationSummary } from './people'
import { getTopic, getTopicArticles } from './topics'

/** What a request for an address gets: what is there, another address (308), a notice of withdrawal (410), or 404. */
export type Resolution =
  | { kind: 'public'; address: Address }
  | { kind: 'moved'; to: string }
  | { kind: 'withdrawn'; slug: string }
  | { kind: 'unknown' }

const unknown: Resolution = { kind: 'unknown' }

/** Is there something at an address that is not of the publication's content? */
type IsServed = (address: Address, now: Date) => boolean

/**
 * Looks an address up in the edition of the moment. `path` is percent-encoded, without a query. Addresses that stand
 * whatever the content is are for the server to know.
 */
export function resolveAddress(path: string, now: Date, isServed: IsServed = () => true): Resolution {
  const canonical = toCanonicalPath(path)
  if (canonical === undefined) return unknown
  const resolution = resolvePlain(canonical, now, isServed)
  const isThere = resolution.kind === 'public' || resolution.kind === 'withdrawn'
  return isThere && canonical !== path ? { kind: 'moved', to: canonical } : resolution
}

function resolvePlain(path: string, now: Date, isServed: IsServed): Resolution {
  const address = parseAddress(path)
  if (!address) return unknown
  if (address.kind === 'article') return resolveArticle(address, now)
  if (address.kind === 'share-image') return resolveShareImage(address, now)
  if (!exists(address, now, isServed)) return unknown
  return path.endsWith('/page/1')
    ? { kind: 'moved', to: path.slice(0, -'/page/1'.length) }
    : { kind: 'public', address }
}

function resolveArticle(address: Address, now: Date): Resolution {
  const { name: slug } = address
  const { withdrawn, moved } = getEdition(now)
  if (getArticle(slug, now)) return { kind: 'public', address }
  if (withdrawn.has(slug)) return { kind: 'withdrawn', slug }
  const to = moved.get(slug)
  return to ? { kind: 'moved', to: articlePath(to) } : unknown
}

/** Where a link was shared under a story's former address, its image is still asked for there. */
function resolveShareImage(address: Address, now: Date): Resolution {
  const { name: slug } = address
  if (getArticle(slug, now)) return { kind: 'public', address }
  const to = getEdition(now).moved.get(slug)
  return to && getArticle(to, now) ? { kind: 'moved', to: sharePath(to) } : unknown
}

function exists(address: Address, now: Date, isServed: IsServed): boolean {
  const { kind, name, page } = address
  const hasPage = (stories: number) => page <= countPages(stories)
  switch (kind) {
    case 'latest':
      return hasPage(getArticles(now).length)
    case 'topic':
      return getTopic(name) !== undefined && hasPage(getTopicArticles(name, now).length)
    case 'author':
      return getAuthor(name) !== undefined && hasPage(getAuthorArticles(name, now).length)
    case 'person':
      return getPerson(name, now) !== undefined && (page === 1 || hasPage(getQuotationSummary(name, now).total))
    case 'person-feed':
      return getPerson(name, now) !== undefined
    case 'topic-feed':
      return getTopic(name) !== undefined
    case 'corrections':
      return hasPage(getAllCorrections(now).length)
    case 'archive-period': {
      const stories = getPeriodArticles(name, now).length
      return stories > 0 && hasPage(stories)
    }
    case 'page':
      return getPage(name) !== undefined
    case 'photo':
      return getEdition(now).photos.has(name)
    default:
      return isServed(address, now)
  }
}
