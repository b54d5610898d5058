import { IndexList } from '#components/index-list'
import { PageHeading } from '#components/page-heading'
import { getAuthorArticles, getAuthors } from '#lib/authors'
import { count } from '#lib/count'
import { authorPath, authorsPath } from '#lib/links'
import { toMetadata } from '#lib/metadata'
import { getSite } from '#lib/site'

export const revalidate = 60

const describe = () => `Who writes for ${getSite().name}.`

export const generateMetadata = () => toMetadata('Authors', describe(), authorsPath)

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
      <PageHeading title="Authors" description={describe()} />
      <IndexList entries={entries} whenEmpty="No authors yet." />
    </>
  )
}
