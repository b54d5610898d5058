import { getEdition } from '../articles'
import type { SearchIndex } from '../stores/search-index'
import type { SearchHelp } from '../types'
import { type Term, toExpression, toTerms } from './search-query'
import { mostLikely } from './spelling'

/** Help that leads to public stories only, so that it cannot give away a word of a story to come. */
export function getSearchHelp(index: SearchIndex, query: string, now: Date): SearchHelp {
  const terms = toTerms(query)
  const single = terms.length > 1 ? [...new Set(terms.map(({ text }) => text))] : []
  return {
    didYouMean: spellRight(index, query, terms, now),
    singleWords: single.filter((text) => isFound(index, toTerms(text), now)),
  }
}

function spellRight(index: SearchIndex, query: string, terms: Term[], now: Date): string | undefined {
  const right = terms
    .filter((term) => !isFound(index, [{ ...term, isQuoted: true }], now))
    .reduce((text, term) => {
      const meant = mostLikely(term.text.toLowerCase(), index.wordsLike(term.text, now))
      return meant ? text.replace(term.text, meant) : text
    }, query)
  return right !== query && isFound(index, toTerms(right), now) ? right : undefined
}

function isFound(index: SearchIndex, terms: Term[], now: Date): boolean {
  if (terms.length === 0) return false
  const { bySlug } = getEdition(now)
  for (const { slug } of index.match(toExpression(terms))) if (bySlug.has(slug)) return true
  return false
}
