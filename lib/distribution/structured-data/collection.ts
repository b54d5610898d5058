import type { Thing } from 'schema-dts'
import { getSite, toAbsolute } from '#lib/publication/site'
import { articlePath, listPagePath } from '#lib/rules/links'
import { pageSize } from '#lib/rules/paginate'
import type { Article } from '#lib/types'
import { type Crumb, toBreadcrumbs } from './breadcrumbs'
import { toWebSite } from './publisher'

type Collection = {
  title: string
  description: string
  /** The address of the list's first page. */
  list: string
  page?: number
  /** What this page of the list shows, in its order. */
  items: Crumb[]
  /** The pages above this one. */
  above?: Crumb[]
}

/** A page of a list: what it is called, where it stands, and what it leads to. */
export function toCollectionData({ title, description, list, page = 1, items, above = [] }: Collection): Thing[] {
  const path = listPagePath(list, page)
  const itemListElement = items.map(({ name, path }, index) => ({
    '@type': 'ListItem' as const,
    position: (page - 1) * pageSize + index + 1,
    name,
    url: toAbsolute(path),
  }))
  return [
    {
      '@type': 'CollectionPage',
      name: title,
      description,
      url: toAbsolute(path),
      inLanguage: getSite().language,
      isPartOf: toWebSite(),
      mainEntity: { '@type': 'ItemList', itemListElement },
    },
    toBreadcrumbs([...above, { name: title, path }]),
  ]
}

/** Stories as items of a list. */
export const toItems = (articles: Article[]): Crumb[] =>
  articles.map(({ headline, slug }) => ({ name: headline, path: articlePath(slug) }))

/** An index, such as that of all topics, by the entries it shows. */
export const toIndexData = (
  title: string,
  description: string,
  list: string,
  entries: { href: string; title: string }[],
) =>
  toCollectionData({ title, description, list, items: entries.map(({ href, title }) => ({ name: title, path: href })) })
