import type { SearchAction, Thing, WithActionConstraints } from 'schema-dts'
import { getSite, toAbsolute } from '#lib/publication/site'
import { searchPath } from '#lib/rules/links'
import { toPublisher, toPublisherInFull, toWebSite } from './publisher'

/** The front page: the publication, how to search it, and who is behind it. */
export function toFrontPageData(): Thing[] {
  const { tagline, language } = getSite()
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${toAbsolute(searchPath)}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  }
  const publisher = { '@id': toPublisher()['@id'] }
  const site = { ...toWebSite(), description: tagline, inLanguage: language, publisher, potentialAction: search }
  return [site, toPublisherInFull()]
}
