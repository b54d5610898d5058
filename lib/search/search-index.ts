import Database from 'libsql/promise'
import { markEnd, markStart } from './search-text'
import { type KnownWord, plainSpelling, withoutLetters } from './spelling'
import { toExcerpt } from './to-excerpt'

/** Headline, dek and the part of a body that fit a query best, with what was found marked. */
export type MarkedTexts = { headline: string; dek: string; snippet: string }

/** A story that has what was asked for. */
export type Match = { id: number; slug: string }

/**
 * An opened search index. It works on a thread of its own, one question at a time. Expressions are FTS5's. Whatever the
 * database throws is thrown on.
 */
export type SearchIndex = {
  /** All matches as they stand at a moment, the best first, ranked by `score`. */
  match(expression: string, now: Date): Promise<Match[]>
  /** The newest matches, at most `max`, found without weighing them. */
  findNewest(expression: string, max: number): Promise<Match[]>
  mark(expression: string, ids: number[]): Promise<Map<number, MarkedTexts>>
  /** Words of stories published before `now` that a misspelt one may mean. */
  wordsLike(misspelt: string, now: Date): Promise<KnownWord[]>
  /** Stops the question under way, which then throws an error that `isInterrupt` knows. */
  interrupt(): void
  close(): void
}

/** How much a word counts by where it stands: headline, dek, body, names, labels, initialisms (for FTS5's bm25). */
const weights = '10, 4, 1, 6, 3, 1'
/**
 * bm25 × (1 + 0.25 ÷ (1 + age in years)): of two stories that fit alike the newer comes first, and age alone never costs
 * more than a fifth. FTS5's bm25 is the lower, the better a story fits. It is ranked here, off the server's thread.
 */
const score = `bm25(search, ${weights}) * (1 + 0.25 / (1 + max(0, ? - stories.published) / ${365 * 86_400_000}.0))`
/** Longer bodies have no excerpt: to mark 95,000 finds takes a second, and 24,000 a twelfth of it. */
const maxMarked = 50_000
/** An excerpt is looked for in so many characters of a body, from so many before its first find. */
const [maxSearched, maxBefore] = [20_000, 500]
/** So many words are compared with a misspelt one, those of the most stories. */
const maxAlike = 200
/** Longer words are no slips of the pen; known ones have at most 24 letters. */
const longestWord = 26

export const isInterrupt = (error: unknown) => (error as { code?: string }).code === 'SQLITE_INTERRUPT'

/** Opens an index that no one writes, in a folder that need not be writable. Rejects when it is missing or no index. */
export async function openSearchIndex(file: string): Promise<SearchIndex> {
  const database = new Database(`file:${encodeURI(file)}?mode=ro&immutable=1`, {})

  /** Rows come as one JSON text: the thread of the database makes it whole, where rows would be fetched one by one on ours. */
  async function ask<Row>(columns: string, rows: string, ...values: (string | number)[]): Promise<Row[]> {
    const sql = `WITH found AS MATERIALIZED (${rows}) SELECT json_group_array(${columns}) FROM found`
    const statement = await database.prepare(sql)
    const [[json]] = (await statement.raw().all(...values)) as [[string]]
    return JSON.parse(json)
  }

  const slugs = new Map(await ask<[number, string]>('json_array(id, slug)', 'SELECT id, slug FROM stories'))
  const toMatch = (id: number) => ({ id, slug: slugs.get(id) ?? '' })
  return {
    async match(expression, now) {
      const rows = `SELECT search.rowid AS id, ${score} AS score FROM search JOIN stories ON stories.id = search.rowid WHERE search MATCH ?`
      return (await ask<number>('id ORDER BY score, id', rows, now.getTime(), expression)).map(toMatch)
    },
    async findNewest(expression, max) {
      const rows = 'SELECT rowid AS id FROM search WHERE search MATCH ? LIMIT ?'
      return (await ask<number>('id', rows, expression, max)).map(toMatch)
    },
    async mark(expression, ids) {
      const marked = (what: string) => `${what}, '${markStart}', '${markEnd}'`
      const rows = `SELECT rowid AS id, highlight(${marked('search, 0')}) AS headline, highlight(${marked('search, 1')}) AS dek,
        iif(length(body) <= ${maxMarked}, highlight(${marked('search, 2')}), '') AS body FROM search WHERE search MATCH ? AND rowid IN (SELECT value FROM json_each(?))`
      const start = `max(1, instr(body, '${markStart}') - ${maxBefore})`
      const columns = `json_array(id, headline, dek, substr(body, ${start}, ${maxSearched}), ${start} > 1, length(body) - ${start} >= ${maxSearched})`
      const found = await ask<[number, string, string, string, number, number]>(
        columns,
        rows,
        expression,
        JSON.stringify(ids),
      )
      return new Map(
        found.map(([id, headline, dek, body, before, after]) => {
          const snippet = toExcerpt(body, { before: before === 1, after: after === 1 })
          return [id, { headline, dek, snippet }]
        }),
      )
    },
    async wordsLike(misspelt, now) {
      const word = plainSpelling(misspelt.toLowerCase())
      if (word.length > longestWord) return []
      const letters = JSON.stringify([...withoutLetters(word, word.length < 6 ? 1 : 2)])
      const rows = `SELECT words.word AS word, stories FROM slips JOIN words ON words.id = slips.word
        WHERE letters IN (SELECT value FROM json_each(?)) AND since <= ? ORDER BY stories DESC LIMIT ${maxAlike}`
      const found = await ask<[string, number]>('json_array(word, stories)', rows, letters, now.getTime())
      return found.map(([known, stories]) => ({ word: known, stories }))
    },
    interrupt: () => database.interrupt(),
    close: () => database.close(),
  }
}
