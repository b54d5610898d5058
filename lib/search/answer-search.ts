import { getSite } from '#lib/publication/site'
import { logError } from '#lib/runtime/log'
import { TooManyWait } from '#lib/runtime/turns'
import { searchIndexFile } from '#lib/snapshot/files'
import type { SearchResults } from '#lib/types'
import { withSearchIndex } from './current-search-index'
import { search } from './search'
import { errorsOf, type SearchRequest } from './search-request'

/**
 * The HTTP status of a search, and what it found, after how many milliseconds of work, or, in sentences for its reader,
 * why it did not look.
 */
export type SearchAnswer =
  | { status: 200; results: SearchResults; ms: number; notice?: undefined }
  | { status: 200 | 400 | 404 | 503; results?: undefined; ms?: number; notice: string[] }

/** Answers a search that may be wrong in every way; what keeps the index from answering is told the operator. */
export async function answerSearch(asked: SearchRequest, now: Date): Promise<SearchAnswer> {
  const words = getSite().messages.search
  const noSuchPage = { status: 404 as const, notice: [words.noSuchPage] }
  const errors = errorsOf(asked, words)
  if (errors.length > 0) return { status: 400, notice: errors }
  if (asked.page === 0) return noSuchPage
  if (asked.q === '') return { status: 200, notice: [words.whatToType] }
  try {
    return await withSearchIndex(searchIndexFile(), async (index) => {
      const start = performance.now()
      const results = await search(index, asked, now)
      const ms = performance.now() - start
      note(undefined)
      return asked.page > results.pages ? { ...noSuchPage, ms } : { status: 200, results, ms }
    })
  } catch (error) {
    if (error instanceof TooManyWait) return { status: 503, notice: [words.tooBusy] }
    note((error as Error).message)
    return { status: 503, notice: [words.isDown] }
  }
}

let lastError: string | undefined

/** Tells an error once, however many searches meet it. */
function note(error: string | undefined): void {
  if (error && error !== lastError) logError(`The search cannot answer: ${error}`)
  lastError = error
}
