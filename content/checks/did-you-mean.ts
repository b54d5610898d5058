import { closestMatch } from 'leven'

/** ` Did you mean "economy"?` when a known word is near enough to be meant, else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(word, known)
  return near ? ` Did you mean "${near}"?` : ''
}

/** The known word nearest to a word, if at most every third letter, rounded up, differs. Slugs have up to 200 bytes. */
export const nearest = (word: string, known: Iterable<string>): string | undefined =>
  word.length > 200 ? undefined : closestMatch(word, [...known], { maxDistance: Math.ceil(word.length / 3) })
