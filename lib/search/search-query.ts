import { isUnspaced, joinInitialisms, toSearchText } from './search-text'

export const maxLetters = 200
export const maxTerms = 12
/** Of a script without spaces each letter is looked for, so that a long word costs much. */
export const maxUnspaced = 40

/** A word or quoted phrase of a query, as the reader wrote it. */
export type Term = { text: string; isQuoted: boolean }

/** Words that say little; they are passed over where a query has others. */
const littleWords = new Set(
  'a an and are as at be by did do does for from how in is it its of on or that the to was were what when where which who why will with'.split(
    ' ',
  ),
)

/** A quoted phrase, or what stands between spaces, commas, semicolons, colons and slashes. */
const chunk = /["“”]([^"“”]*)["“”]|([^\s,;:/"“”]+)/gu

/** The words and quoted phrases of a query that may have any characters; what has neither letters nor digits is left out. */
export function toTerms(query: string): Term[] {
  const terms = [...joinInitialisms(query.normalize('NFC')).matchAll(chunk)]
    .map(([, quoted, word]) => ({ text: trim(quoted ?? word ?? ''), isQuoted: quoted !== undefined }))
    .filter(({ text }) => text !== '')
    .filter((term, index, all) => index === all.findLastIndex(isSame(term)))
  const telling = terms.filter(({ text, isQuoted }) => isQuoted || !littleWords.has(text.toLowerCase()))
  return telling.length > 0 ? telling : terms
}

/** What stands twice in a query finds no more than once, and would cost as much again. */
const isSame = (one: Term) => (other: Term) => one.text === other.text && one.isQuoted === other.isQuoted

const trim = (text: string) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '').replace(/['’]s$/iu, '')

/**
 * The FTS5 expression that finds stories with all terms. Everything a reader wrote stands inside string literals, so
 * that no sign of it is syntax. The last word counts, too, as the beginning of a word if it has three letters or more.
 */
export const toExpression = (terms: Term[]): string =>
  terms
    .map(({ text, isQuoted }, index) => {
      const literal = `"${toSearchText(text).replaceAll('"', ' ').replaceAll('\0', ' ')}"`
      const isBeginning = index === terms.length - 1 && !isQuoted && !isUnspaced(text) && /[\p{L}\p{N}]{3}$/u.test(text)
      return isBeginning ? `(${literal} OR ${literal}*)` : literal
    })
    .join(' AND ')
