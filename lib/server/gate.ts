import { getSitemapParts } from '#lib/distribution/sitemaps/sitemap-parts'
import { type Resolution, resolveAddress } from '#lib/publication/resolve-address'
import type { Address } from '#lib/rules/addresses'
import { readEnvironment } from '#lib/runtime/env'
import { getReadScript } from './read-script'

/** Looks up what a request gets. `path` is percent-encoded, without a query. */
export const resolveRequest = (path: string, now: Date): Resolution => resolveAddress(path, now, isServed)

/** Whether this server serves an address that does not depend on the content. */
function isServed({ kind, name }: Address, now: Date): boolean {
  switch (kind) {
    case 'sitemap':
      return Number(name) <= getSitemapParts(now).length
    case 'script':
      return `/${name}` === getReadScript().path
    case 'metrics':
      return readEnvironment().METRICS_TOKEN !== undefined
    case 'api/preview':
      return readEnvironment().PREVIEW_SECRET !== undefined
    default:
      return true
  }
}
