import { getEdition } from '#lib/publication/articles'
import type { SearchHelp } from '#lib/types'
import type { SearchIndex } from './search-index'
import { type Term, toExpression, toTerms } from './search-query'
import { mostLikely } from './spelling'
import type { TimeLimit } from './time-limit'

/** What help is looked for in, and at which moment. */
type Source = { index: SearchIndex; limit: TimeLimit; now: Date }

/** How many of the newest matches are looked through for a public one. */
const maxMatches = 1000

/** Help that leads to public stories only, so that it cannot give away a word of a story to come. */
export async function getSearchHelp(source: Source, query: string): Promise<SearchHelp> {
  const terms = toTerms(query)
  const didYouMean = await spellRight(source, query, terms)
  const singleWords: string[] = []
  for (const text of terms.length > 1 ? new Set(terms.map((term) => term.text)) : []) {
    if (await isFound(source, toTerms(text))) singleWords.push(text)
  }
  return { didYouMean, singleWords }
}

async function spellRight(source: Source, query: string, terms: Term[]): Promise<string | undefined> {
  const { index, limit, now } = source
  let right = query
  for (const term of terms) {
    if (await isFound(source, [{ ...term, isQuoted: true }])) continue
    const known = await limit.ask(() => index.wordsLike(term.text, now))
    const meant = mostLikely(term.text.toLowerCase(), known ?? [])
    if (meant) right = right.replace(term.text, meant)
  }
  return right !== query && (await isFound(source, toTerms(right))) ? right : undefined
}

async function isFound({ index, limit, now }: Source, terms: Term[]): Promise<boolean> {
  if (terms.length === 0) return false
  const { bySlug } = getEdition(now)
  const matches = await limit.ask(() => index.findNewest(toExpression(terms), maxMatches))
  return matches?.some(({ slug }) => bySlug.has(slug)) ?? false
}
