import type { Segment } from '#lib/types'

/** Invisible signs that the index keeps within its text; all of them separate words for SQLite's tokenizer. */
const between = '\u200B'
export const markStart = '\u2061'
export const markEnd = '\u2062'
const signs = new RegExp(`[${between}${markStart}${markEnd}]`, 'gu')

const unspacedScript =
  '[\\p{scx=Han}\\p{scx=Hangul}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Mymr}]'
const unspacedLetter = new RegExp(`${unspacedScript}\\p{M}*`, 'gu')
const unspaced = new RegExp(unspacedScript, 'u')

/** Is it written in a script whose words are not told apart by spaces alone? */
export const isUnspaced = (text: string) => unspaced.test(text)

/**
 * Text as the index keeps it and as queries ask for it: composed (NFC), in one line, and each letter of an unspaced
 * script a word of its own. A query of such letters is a phrase, so that any part of a word is found.
 */
export const toSearchText = (text: string) =>
  text
    .normalize('NFC')
    .replace(signs, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(unspacedLetter, `${between}$&${between}`)

/** Text of the index without the signs that it keeps within. */
export const withoutSigns = (text: string) => text.replaceAll(between, '')

/** The parts of a text in which the index has marked what it found. */
export const toSegmentes = (marked: string): Segment[] =>
  marked
    .replaceAll(between, '')
    .split(markStart)
    .flatMap((part, index) => {
      const [found = '', after = ''] = index === 0 ? ['', part] : part.split(markEnd)
      return [
        { text: found, isMatch: true },
        { text: after, isMatch: false },
      ]
    })
    .filter(({ text }) => text !== '')

const initialism = /(?<!\p{L})(?:\p{L}\.){2,}/gu

/** `U.N.` becomes `UN`: both spellings find one another. */
export const joinInitialisms = (text: string) => text.replace(initialism, (letters) => letters.replaceAll('.', ''))

/** The initialisms of a text in the spelling without periods. */
export const initialismsOf = (text: string) => [...new Set((text.match(initialism) ?? []).map(joinInitialisms))]
