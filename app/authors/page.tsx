import { IndexList } from '#components/lists/index-list'
import { PageHeading } from '#components/site/page-heading'
import { StructuredData } from '#components/site/structured-data'
import { toMetadata } from '#lib/distribution/metadata'
import { toIndexData } from '#lib/distribution/structured-data/collection'
import { getAuthorArticles, getAuthors } from '#lib/publication/authors'
import { getSite } from '#lib/publication/site'
import { authorPath, authorsPath } from '#lib/rules/links'

export const revalidate = 60

export function generateMetadata() {
  const { name, messages } = getSite()
  return toMetadata(messages.authors.title, messages.authors.description(name), authorsPath)
}

export default function AuthorsPage() {
  const now = new Date()
  const { name, messages } = getSite()
  const { title, description, whenEmpty } = messages.authors
  const entries = getAuthors().map(({ slug, name, role }) => ({
    href: authorPath(slug),
    title: name,
    note: role,
    count: messages.lists.stories(getAuthorArticles(slug, now).length),
  }))
  return (
    <>
      <StructuredData things={toIndexData(title, description(name), authorsPath, entries)} />
      <PageHeading title={title} description={description(name)} />
      <IndexList entries={entries} whenEmpty={whenEmpty} />
    </>
  )
}
