import { closestMatch } from 'leven'

/** Finds what was meant: ` Did you mean "economy"?`, or nothing. */
export type Suggest = (word: string, known: Iterable<string>) => string

/** Suggestions for one run, a hundred at most: each compares a word with all slugs. */
export function makeSuggest(): Suggest {
  let left = 100
  return (word, known) => (left-- > 0 ? didYouMean(word, known) : '')
}

/** ` Did you mean "economy"?` when a known word is near enough to be meant, else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(word, known)
  return near ? ` Did you mean "${near}"?` : ''
}

/** The known word nearest to a word, if at most every third letter, rounded up, differs. Longer ones are no slips. */
export const nearest = (word: string, known: Iterable<string>): string | undefined =>
  word.length > 80 ? undefined : closestMatch(word, [...known], { maxDistance: Math.ceil(word.length / 3) })
