import { getSitemapParts } from '#lib/distribution/sitemaps/sitemap-parts'
import { getPeriodArticles } from '#lib/publication/archive'
import { getArticle, getArticles, getEdition } from '#lib/publication/articles'
import { getAuthor, getAuthorArticles } from '#lib/publication/authors'
import { getAllCorrections } from '#lib/publication/corrections'
import { getPage } from '#lib/publication/pages'
import { getPerson, getQuotationSummary } from '#lib/publication/people'
import { getTopic, getTopicArticles } from '#lib/publication/topics'
import { type Address, parseAddress, toCanonicalPath } from '#lib/rules/addresses'
import { articlePath, previewPath, sharePath } from '#lib/rules/links'
import { countPages } from '#lib/rules/paginate'
import { readEnvironment } from '#lib/runtime/env'
import { getReadScript } from './read-script'

/** What a request for an address gets: what is there, another address (308), a notice of withdrawal (410), or 404. */
export type Resolution =
  | { kind: 'public'; address: Address }
  | { kind: 'moved'; to: string }
  | { kind: 'withdrawn'; slug: string }
  | { kind: 'unknown' }

const unknown: Resolution = { kind: 'unknown' }

/** Looks an address up in the edition of the moment. `path` is percent-encoded, without a query. */
export function resolveAddress(path: string, now: Date): Resolution {
  const canonical = toCanonicalPath(path)
  if (canonical === undefined) return unknown
  const resolution = resolvePlain(canonical, now)
  const isThere = resolution.kind === 'public' || resolution.kind === 'withdrawn'
  return isThere && canonical !== path ? { kind: 'moved', to: canonical } : resolution
}

function resolvePlain(path: string, now: Date): Resolution {
  const address = parseAddress(path)
  if (!address) return unknown
  if (address.kind === 'article') return resolveArticle(address, now)
  if (address.kind === 'share-image') return resolveShareImage(address, now)
  if (!exists(address, now)) return unknown
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

function exists({ kind, name, page }: Address, now: Date): boolean {
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
    case 'sitemap':
      return Number(name) <= getSitemapParts(now).length
    case 'archive': {
      const stories = getPeriodArticles(name, now).length
      return stories > 0 && hasPage(stories)
    }
    case 'page':
      return getPage(name) !== undefined
    case 'script':
      return `/${name}` === getReadScript().path
    case 'photo':
      return getEdition(now).photos.has(name)
    case 'metrics':
      return readEnvironment().METRICS_TOKEN !== undefined
    case 'standing':
      return `/${name}` !== previewPath || readEnvironment().PREVIEW_SECRET !== undefined
    default:
      return false
  }
}
