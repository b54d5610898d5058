import { renderDocument } from '#app/renderer/render-page'
import { SearchPage } from '#components/search/search-page'
import { StructuredData } from '#components/site/structured-data'
import { toMetadata, withoutRobots } from '#lib/distribution/metadata'
import { toCollectionData } from '#lib/distribution/structured-data/collection'
import { doInTurn } from '#lib/pictures/costly-work'
import { getSite } from '#lib/publication/site'
import { getTopics } from '#lib/publication/topics'
import { searchPath, searchResultsPath } from '#lib/rules/links'
import { answerSearch } from '#lib/search/answer-search'
import { readSearchRequest } from '#lib/search/search-request'
import { getClientLimits } from '#lib/server/client-limits'
import type { Handler } from '#lib/server/handlers/handler'

/** The search page, without scripts: the form, and the stories for `?q=`. */
export const search: Handler = async (request, { client, now }) => {
  const asked = readSearchRequest(new URL(request.url).searchParams)
  const wait = asked.q === '' ? 0 : await getClientLimits().take('search', client, now.getTime())
  const { status, ms = 0, ...answer } = wait > 0 ? tooMany(wait) : await answerSearch(asked, now)
  if (ms > 0) getClientLimits().charge('search', client, Date.now(), ms)
  const isForm = asked.q === '' && status === 200
  const site = getSite()
  const { search: words } = site.messages
  const description = words.description(site.name)
  const title = asked.q && status === 200 ? words.titleOf(asked.q) : words.title
  const metadata = toMetadata(title, description, status === 200 ? searchResultsPath(asked) : searchPath)
  const html = await doInTurn(() =>
    renderDocument({
      // Search engines may index the search form, but not search results.
      metadata: isForm ? metadata : withoutRobots(metadata),
      children: (
        <>
          {isForm && <StructuredData things={toCollectionData({ title, description, list: searchPath, items: [] })} />}
          <SearchPage site={site} asked={asked} topics={getTopics()} {...answer} />
        </>
      ),
    }),
  )
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': cacheControlOf(status) })
  if (wait > 0 || status === 503) headers.set('Retry-After', String(wait || 5))
  return new Response(html, { status, headers })
}

/** Results are private: shared caches must not store them, and a browser may for as long as a shared cache would. */
const cacheControlOf = (status: number) => (status === 200 ? 'private, max-age=30' : 'no-store')

const tooMany = (wait: number) => ({
  status: 429,
  ms: 0,
  notice: [getSite().messages.search.tooMany(wait)],
})
