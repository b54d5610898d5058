import { searchIndexFile } from '../content'
import { logFault } from '../log'
import { currentSearchIndex } from '../stores/current-search-index'
import type { SearchResults } from '../types'
import { search } from './search'
import { faultsOf, type SearchRequest } from './search-request'

/** The HTTP status of a search, and what it found or, in sentences for its reader, why it did not look. */
export type SearchAnswer =
  | { status: 200; results: SearchResults; notice?: undefined }
  | { status: 200 | 400 | 404 | 503; results?: undefined; notice: string[] }

/** Answers a search that may be wrong in every way; what keeps the index from answering is told the operator. */
export function answerSearch(asked: SearchRequest, now: Date): SearchAnswer {
  const faults = faultsOf(asked)
  if (faults.length > 0) return { status: 400, notice: faults }
  if (asked.page === 0) return noSuchPage
  if (asked.q === '') return { status: 200, notice: [whatToType] }
  try {
    const results = search(currentSearchIndex(searchIndexFile()), asked, now)
    return asked.page > results.pages ? noSuchPage : { status: 200, results }
  } catch (error) {
    logFault(`The search cannot answer: ${(error as Error).message}`)
    return { status: 503, notice: ['The search does not work just now. Please try again later.'] }
  }
}

const noSuchPage: SearchAnswer = { status: 404, notice: ['There is no such page of results.'] }

const whatToType =
  'Type words that a story should have, somebody’s name, or a topic. Words in quotation marks are found side by side, and the last word may be the beginning of one.'
