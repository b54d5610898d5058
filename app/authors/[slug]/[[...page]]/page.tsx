import { ListPage } from '#components/lists/list-page'
import { SameAs } from '#components/site/same-as'
import { StructuredData } from '#components/site/structured-data'
import { Body } from '#components/story/body'
import { toListMetadata } from '#lib/distribution/metadata'
import { toAuthorPageData } from '#lib/distribution/structured-data/profile'
import { assertFound, toName } from '#lib/http/params'
import { getAuthor, getAuthorArticles, getAuthors } from '#lib/publication/authors'
import { getBody } from '#lib/publication/body'
import { withPhotos } from '#lib/publication/photos'
import { getSite } from '#lib/publication/site'
import { authorPath } from '#lib/rules/links'
import { paginate, toPage } from '#lib/rules/paginate'
import type { Author } from '#lib/types'

type Props = { params: Promise<{ slug: string; page?: string[] }> }

export const revalidate = 60
export const generateStaticParams = () => getAuthors().map(({ slug }) => ({ slug, page: [] }))

export async function generateMetadata({ params }: Props) {
  const author = await findAuthor(params)
  return toListMetadata(author.name, describeList(author), authorPath(author.slug), toPage((await params).page))
}

export default async function AuthorPage({ params }: Props) {
  const now = new Date()
  const site = getSite()
  const author = await findAuthor(params)
  const { items, ...place } = paginate(getAuthorArticles(author.slug, now), toPage((await params).page))
  const body = getBody('authors', author.slug, now)
  return (
    <>
      <StructuredData things={toAuthorPageData(author, place.page)} />
      <ListPage
        site={site}
        title={author.name}
        description={describeList(author)}
        label={site.messages.authors.label}
        list={authorPath(author.slug)}
        stories={withPhotos(items)}
        {...place}
      >
        <div className="max-w-measure space-y-4">
          {body && <Body site={site} tree={body} />}
          <SameAs site={site} name={author.name} addresses={author.sameAs ?? []} />
        </div>
      </ListPage>
    </>
  )
}

const describeList = ({ name, role }: Author) => role ?? getSite().messages.authors.storiesBy(name, getSite().name)

const findAuthor = async (params: Props['params']) => assertFound(getAuthor(toName((await params).slug)), 'an author')
