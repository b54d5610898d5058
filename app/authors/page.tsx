import { IndexList } from '#components/lists/index-list'
import { PageHeading } from '#components/site/page-heading'
import { StructuredData } from '#components/site/structured-data'
import { toMetadata } from '#lib/distribution/metadata'
import { toIndexData } from '#lib/distribution/structured-data/collection'
import { getAuthorArticles, getAuthors } from '#lib/publication/authors'
import { getSite } from '#lib/publication/site'
import { count } from '#lib/rules/count'
import { authorPath, authorsPath } from '#lib/rules/links'

export const revalidate = 60

const describeList = () => `Who writes for ${getSite().name}.`

export const generateMetadata = () => toMetadata('Authors', describeList(), authorsPath)

export default function AuthorsPage() {
  const now = new Date()
  const entries = getAuthors().map(({ slug, name, role }) => ({
    href: authorPath(slug),
    title: name,
    note: role,
    count: count(getAuthorArticles(slug, now).length, 'story', 'stories'),
  }))
  return (
    <>
      <StructuredData things={toIndexData('Authors', describeList(), authorsPath, entries)} />
      <PageHeading title="Authors" description={describeList()} />
      <IndexList entries={entries} whenEmpty="No authors yet." />
    </>
  )
}
