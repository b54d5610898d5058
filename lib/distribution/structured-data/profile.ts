import type { Organization, Person as PersonData, Thing } from 'schema-dts'
import { getSite, toAbsolute } from '#lib/publication/site'
import { authorPath, authorsPath, listPagePath, peoplePath, personPath } from '#lib/rules/links'
import type { Author, Person } from '#lib/types'
import { type Crumb, toBreadcrumbs } from './breadcrumbs'
import { toWebSite } from './publisher'

/** Who wrote a story: the bare name and the address of their page. */
export const toAuthorData = ({ slug, name, kind }: Author) => ({
  '@type': kind === 'person' ? ('Person' as const) : ('Organization' as const),
  name,
  url: toAbsolute(authorPath(slug)),
})

/** Somebody who is quoted, by the address of the page with all their words. */
export const toSpeakerData = (slug: string, name: string) => ({
  '@type': 'Person' as const,
  name,
  url: toAbsolute(personPath(slug)),
})

/** An author's page. */
export function toAuthorPageData(author: Author, page: number): Thing[] {
  const { slug, role, sameAs = [] } = author
  const said = { ...(role && { description: role }), ...(sameAs.length > 0 && { sameAs }) }
  const above = { name: getSite().messages.authors.title, path: authorsPath }
  return toProfile({ ...toAuthorData(author), ...said }, above, authorPath(slug), page)
}

/** The page of somebody who is quoted. */
export function toPersonPageData({ slug, name, nativeName, sameAs = [] }: Person, page: number): Thing[] {
  const said = { ...(nativeName && { alternateName: nativeName.text }), ...(sameAs.length > 0 && { sameAs }) }
  const person = { ...toSpeakerData(slug, name), ...said }
  const above = { name: getSite().messages.people.title, path: peoplePath }
  return toProfile(person, above, personPath(slug), page)
}

function toProfile(
  mainEntity: (PersonData | Organization) & { name: string },
  above: Crumb,
  list: string,
  page: number,
) {
  const path = listPagePath(list, page)
  return [
    {
      '@type': 'ProfilePage' as const,
      name: mainEntity.name,
      url: toAbsolute(path),
      inLanguage: getSite().language,
      isPartOf: toWebSite(),
      mainEntity,
    },
    toBreadcrumbs([above, { name: mainEntity.name, path }]),
  ]
}
