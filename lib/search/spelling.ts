import leven from 'leven'
import { isUnspaced } from './search-text'

/** The words of a text that a misspelling may mean: of 4 to 24 letters, in lower case. */
export const wordsToSpell = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).filter((word) => word.length >= 4 && word.length <= 24 && !isUnspaced(word))

/** A word without its accents. */
export const plainSpelling = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '')

/**
 * A word and what is left of it when up to `most` letters are dropped. Two words of which some of these agree are at
 * most a slip of the pen apart: a letter missing, added, changed, or two in the wrong order (the idea is SymSpell's).
 */
export function withoutLetters(word: string, most: number): Set<string> {
  const found = new Set([word])
  let longest = [word]
  for (let dropped = 0; dropped < most; dropped++) {
    longest = [...new Set(longest.flatMap(withoutOne))]
    for (const shorter of longest) found.add(shorter)
  }
  return found
}

const withoutOne = (word: string) => Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))

/** A word of the stories, and in how many of them it stands. */
export type KnownWord = { word: string; stories: number }

/** The known word that was probably meant: the nearest, then the one in more stories. */
export function mostLikely(misspelt: string, known: KnownWord[]): string | undefined {
  const plain = plainSpelling(misspelt)
  return known
    .map(({ word, stories }) => ({ word, stories, slips: countSlips(plain, plainSpelling(word)) }))
    .sort((a, b) => a.slips - b.slips || b.stories - a.stories || (a.word < b.word ? -1 : 1))[0]?.word
}

/** Levenshtein's distance, but two letters in the wrong order are one slip, not two. */
function countSlips(misspelt: string, word: string): number {
  const sorted = (text: string) => [...text].sort().join('')
  return leven(misspelt, word) - (misspelt !== word && sorted(misspelt) === sorted(word) ? 1 : 0)
}
