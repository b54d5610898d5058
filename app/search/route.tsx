import { renderPage } from '#app/render-page'
import { SearchPage } from '#components/search-page'
import { StructuredData } from '#components/structured-data'
import { count } from '#lib/count'
import { searchPath, searchResultsPath } from '#lib/links'
import { answerSearch } from '#lib/search/answer-search'
import { readSearchRequest } from '#lib/search/search-request'
import { clientAddress } from '#lib/server/client-address'
import { toHousehold } from '#lib/server/to-read'
import { makeTokenBuckets } from '#lib/server/token-bucket'
import { getSite } from '#lib/site'
import { toCollectionData } from '#lib/structured-data/collection'
import { getTopics } from '#lib/topics'

const searchers = makeTokenBuckets({ burst: 60, perSecond: 2 })

/** The search, without scripts: its form, and the stories for `?q=`. */
export async function GET(request: Request): Promise<Response> {
  const now = new Date()
  const asked = readSearchRequest(new URL(request.url).searchParams)
  const wait = asked.q === '' ? 0 : searchers.take(toHousehold(clientAddress(request.headers)), now.getTime())
  const { status, ...answer } = wait > 0 ? tooMany(wait) : answerSearch(asked, now)
  const isForm = asked.q === '' && status === 200
  const description = `Search every story of ${getSite().name} for words, names and topics.`
  const html = await renderPage({
    title: asked.q && status === 200 ? `Search: ${asked.q}` : 'Search',
    description,
    path: status === 200 ? searchResultsPath(asked) : searchPath,
    // What somebody looked for is no page of the publication's; where to look is.
    robots: isForm ? 'max-image-preview:large' : 'noindex',
    children: (
      <>
        {isForm && (
          <StructuredData things={toCollectionData({ title: 'Search', description, list: searchPath, items: [] })} />
        )}
        <SearchPage asked={asked} topics={getTopics()} {...answer} />
      </>
    ),
  })
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': cacheControlOf(status) })
  if (wait > 0) headers.set('Retry-After', String(wait))
  return new Response(html, { status, headers })
}

/** What somebody found is theirs: no cache in between keeps it, and a browser as long as one would. */
const cacheControlOf = (status: number) => (status === 200 ? 'private, max-age=30' : 'no-store')

const tooMany = (wait: number) => ({
  status: 429,
  notice: [`That was a lot of searches at once. Try again in ${count(wait, 'second', 'seconds')}.`],
})
