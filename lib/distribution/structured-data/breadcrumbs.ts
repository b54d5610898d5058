import type { BreadcrumbList } from 'schema-dts'
import { getSite, toAbsolute } from '#lib/publication/site'
import { frontPagePath } from '#lib/rules/links'

/** A page by name and path. */
export type Crumb = { name: string; path: string }

/** The way from the front page to a page, which is the last crumb. */
export const toBreadcrumbs = (trail: Crumb[]): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: getSite().name, path: frontPagePath }, ...trail].map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: toAbsolute(path),
  })),
})
