import type { Thing } from 'schema-dts'
import { getSite, toAbsolute } from '#lib/publication/site'
import { pagePath } from '#lib/rules/links'
import type { Page } from '#lib/types'
import { toBreadcrumbs } from './breadcrumbs'
import { toWebSite } from './publisher'

/** A page of the publication itself. */
export function toPageData({ slug, title, description }: Page): Thing[] {
  const path = pagePath(slug)
  const inLanguage = getSite().language
  return [
    { '@type': 'WebPage', name: title, description, url: toAbsolute(path), inLanguage, isPartOf: toWebSite() },
    toBreadcrumbs([{ name: title, path }]),
  ]
}
