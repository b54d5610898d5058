import type { NewsMediaOrganization, WebSite } from 'schema-dts'
import { getPage } from '#lib/publication/pages'
import { getSite, toAbsolute } from '#lib/publication/site'
import { frontPagePath, iconPath, pagePath } from '#lib/rules/links'

/** Pages of the publication that say by what it can be held to account, and schema.org's words for them. */
const policies = { publishingPrinciples: 'about', correctionsPolicy: 'corrections-policy' }

/** Who publishes, as every page says it. */
export function toPublisher() {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': toAbsolute('/#publisher'),
    name: getSite().publisher,
    url: toAbsolute(frontPagePath),
    logo: { '@type': 'ImageObject', url: toAbsolute(iconPath), width: '180', height: '180' },
  } as const satisfies NewsMediaOrganization
}

/** The publisher in full, with the policies that have pages. */
export function toPublisherInFull(): NewsMediaOrganization {
  const stated = Object.entries(policies).filter(([, page]) => getPage(page))
  return {
    ...toPublisher(),
    ...Object.fromEntries(stated.map(([policy, page]) => [policy, toAbsolute(pagePath(page))])),
  }
}

/** The publication, of which every page is a part. */
export function toWebSite() {
  return {
    '@type': 'WebSite',
    '@id': toAbsolute('/#website'),
    name: getSite().name,
    url: toAbsolute(frontPagePath),
  } as const satisfies WebSite
}
