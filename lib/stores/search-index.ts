import Database from 'libsql'
import { markEnd, markStart } from '#lib/search/search-text'
import { type KnownWord, plainSpelling, withoutLetters } from '#lib/search/spelling'

/** Headline, dek and the part of a body that fit a query best, with what was found marked. */
export type MarkedTexts = { headline: string; dek: string; snippet: string }

/** A story that has what was asked for; the higher its relevance, the better it fits. */
export type Match = { id: number; slug: string; relevance: number }

/** An opened search index. Expressions are FTS5's. Whatever the database throws is thrown on. */
export type SearchIndex = {
  /** All matches, the newest story first; whoever has enough may stop. */
  match(expression: string): Iterable<Match>
  mark(expression: string, id: number): MarkedTexts
  /** Words of stories published before `now` that a misspelt one may mean. */
  wordsLike(misspelt: string, now: Date): KnownWord[]
  close(): void
}

/** How much a word counts by where it stands: headline, dek, body, names, labels, initialisms (for FTS5's bm25). */
const weights = '10, 4, 1, 6, 3, 1'
const snippetWords = 36
/** Longer words are no slips of the pen; known ones have at most 24 letters. */
const longestWord = 26

/** Opens an index that no one writes, in a folder that need not be writable. Throws when it is missing or no index. */
export function openSearchIndex(file: string): SearchIndex {
  const database = new Database(`file:${encodeURI(file)}?mode=ro&immutable=1`)
  const slugs = new Map(database.prepare('SELECT id, slug FROM stories').raw().all() as [number, string][])
  return {
    *match(expression) {
      const find = database.prepare(`SELECT rowid, bm25(search, ${weights}) FROM search WHERE search MATCH ?`).raw()
      for (const [id, rank] of find.iterate(expression) as Iterable<[number, number]>)
        yield { id, slug: slugs.get(id) ?? '', relevance: -rank }
    },
    mark(expression, id) {
      const texts = `highlight(search, 0, $start, $end) AS headline, highlight(search, 1, $start, $end) AS dek,
        snippet(search, 2, $start, $end, '…', ${snippetWords}) AS snippet`
      return database
        .prepare(`SELECT ${texts} FROM search WHERE search MATCH $expression AND rowid = $id`)
        .get({ start: markStart, end: markEnd, expression, id }) as MarkedTexts
    },
    wordsLike(misspelt, now) {
      const word = plainSpelling(misspelt.toLowerCase())
      if (word.length > longestWord) return []
      const find = database.prepare(
        'SELECT words.word, stories FROM slips JOIN words ON words.id = slips.word WHERE letters = ? AND since <= ?',
      )
      const letters = [...withoutLetters(word, word.length < 6 ? 1 : 2)]
      return letters.flatMap((left) => find.all(left, now.getTime()) as KnownWord[])
    },
    close: () => database.close(),
  }
}
