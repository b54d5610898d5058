import type { Metadata } from 'next'
import { listPagePath } from './links'
import { getSite } from './site'

/** What browsers and search engines are told of a page: its title, description, and one address. */
export const toMetadata = (title: string, description: string, path: string): Metadata => ({
  title,
  description,
  alternates: { canonical: path },
})

/** The same of one page of a list. */
export const toListMetadata = (title: string, description: string, list: string, page: number): Metadata =>
  toMetadata(page === 1 ? title : `${title}, page ${page}`, description, listPagePath(list, page))

/** What all pages share. */
export function siteMetadata(): Metadata {
  const { name, tagline, url } = getSite()
  return { metadataBase: new URL(url), title: { default: name, template: `%s – ${name}` }, description: tagline }
}
