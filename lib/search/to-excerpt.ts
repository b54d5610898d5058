import { markEnd, markStart } from './search-text'

/** How many words an excerpt has; a letter of an unspaced script counts as one. */
const maxWords = 36
/** How many of the first finds are looked at for the best place. */
const maxFinds = 200

const found = new RegExp(`${markStart}([^${markEnd}]*)`, 'u')
const sentenceEnd = /[.!?。！？…]["'”’)\]]*\s*$/u

/**
 * The words around those finds of a marked text that are the most different ones near one another, from the beginning of
 * their sentence where that fits. SQLite's own `snippet` takes time that grows with the square of the finds (1.9 s for
 * 20,000, beside 30 ms to mark them), and cannot be stopped. `isCut` tells that text before, after or both is missing.
 */
export function toExcerpt(marked: string, isCut: { before: boolean; after: boolean }): string {
  // The index sets an invisible sign around each letter of an unspaced script.
  const words = marked.match(/[^ \u200B]*[ \u200B]+|[^ \u200B]+$/gu) ?? []
  // What is cut begins or ends in the middle of a word.
  const all = words.slice(isCut.before ? 1 : 0, isCut.after ? -1 : undefined)
  const { first, last } = findBest(all)
  const from = findStart(all, first, last)
  const excerpt = all
    .slice(from, from + maxWords)
    .join('')
    .trim()
  const isWhole = from + maxWords >= all.length && !isCut.after
  return `${from === 0 && !isCut.before ? '' : '…'}${closeMark(excerpt)}${isWhole ? '' : '…'}`
}

/** The first and the last word of the place with the most different finds. */
function findBest(words: string[]): { first: number; last: number } {
  const finds = words.flatMap((word, place) => {
    const find = found.exec(word)?.[1]?.trim().toLowerCase()
    return find ? [{ place, find }] : []
  })
  let best = { first: finds[0]?.place ?? 0, last: finds[0]?.place ?? 0, different: 0 }
  for (const [index, { place: first }] of finds.slice(0, maxFinds).entries()) {
    const near = finds.slice(index, index + maxWords).filter(({ place }) => place < first + maxWords)
    const different = new Set(near.map(({ find }) => find)).size
    if (different > best.different) best = { first, last: near.at(-1)?.place ?? first, different }
  }
  return best
}

/** The beginning of the sentence with the first find, if all of them fit; else the finds stand in the middle. */
function findStart(words: string[], first: number, last: number): number {
  const room = maxWords - (last - first + 1)
  const earliest = Math.max(0, first - room)
  for (let start = first; start >= earliest; start--) {
    if (start === 0 || sentenceEnd.test(words[start - 1] ?? '')) return start
  }
  return Math.max(0, Math.min(first - Math.floor(room / 2), words.length - maxWords))
}

/** A find of several words may be cut at the end. */
const closeMark = (text: string) => (text.lastIndexOf(markStart) > text.lastIndexOf(markEnd) ? text + markEnd : text)
