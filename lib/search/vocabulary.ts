import type Database from 'libsql'
import { withoutSigns } from './search-text'
import { plainSpelling, withoutLetters, wordsToSpell } from './spelling'

/** The words that a misspelt one may mean: in how many stories each stands, and when the earliest was published. */
export const vocabularySchema = `
  CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, stories INTEGER NOT NULL, since INTEGER NOT NULL);
  CREATE TABLE slips (letters TEXT, word INTEGER, PRIMARY KEY (letters, word)) WITHOUT ROWID;`

/** The text of a story that came or went, and when it was published. */
type CountedText = { words: string; published: number }

/** Counts the words of stories that came and of stories that went, both already so in the index itself. */
export function changeVocabulary(database: Database.Database, lost: CountedText[], won: Iterable<CountedText>): void {
  const gains = countWords(won)
  const losses = countWords(lost)
  const find = database.prepare('SELECT id, stories, since FROM words WHERE word = ?')
  const insert = database.prepare('INSERT INTO words (word, stories, since) VALUES (?, ?, ?)')
  const insertSlip = database.prepare('INSERT INTO slips VALUES (?, ?)')
  const update = database.prepare('UPDATE words SET stories = ?, since = ? WHERE id = ?')
  const orphans: string[] = []
  for (const word of new Set([...gains.keys(), ...losses.keys()])) {
    const known = find.get(word) as { id: number; stories: number; since: number } | undefined
    const gain = gains.get(word) ?? { stories: 0, since: Number.POSITIVE_INFINITY }
    const loss = losses.get(word) ?? { stories: 0, since: Number.POSITIVE_INFINITY }
    if (!known) {
      const { lastInsertRowid } = insert.run(word, gain.stories, gain.since)
      for (const letters of withoutLetters(plainSpelling(word), 1)) insertSlip.run(letters, lastInsertRowid)
      continue
    }
    const stories = known.stories + gain.stories - loss.stories
    if (stories === 0) {
      database.prepare('DELETE FROM words WHERE id = ?').run(known.id)
      const drop = database.prepare('DELETE FROM slips WHERE letters = ? AND word = ?')
      for (const letters of withoutLetters(plainSpelling(word), 1)) drop.run(letters, known.id)
      continue
    }
    const isOrphan = loss.since <= known.since && gain.since > known.since
    if (isOrphan) orphans.push(word)
    update.run(stories, Math.min(known.since, gain.since), known.id)
  }
  if (orphans.length > 0) dateAnew(database, orphans)
}

function countWords(texts: Iterable<CountedText>): Map<string, { stories: number; since: number }> {
  const counts = new Map<string, { stories: number; since: number }>()
  for (const { words, published } of texts) {
    for (const word of toWords(words)) {
      const known = counts.get(word)
      counts.set(word, {
        stories: (known?.stories ?? 0) + 1,
        since: Math.min(known?.since ?? published, published),
      })
    }
  }
  return counts
}

/** How many words of a story a misspelt one may mean. */
const maxWords = 5000

/** The different words of a story, in their order. */
function toWords(text: string): Set<string> {
  const words = new Set<string>()
  for (const word of wordsToSpell(text)) if (words.size < maxWords) words.add(word)
  return words
}

/** Finds the earliest story of words that have lost theirs. Each story is read once, for all of them that it may have. */
function dateAnew(database: Database.Database, orphans: string[]): void {
  const update = database.prepare('UPDATE words SET since = ? WHERE word = ?')
  const find = database
    .prepare('SELECT max(rowid) FROM search WHERE search MATCH ? AND rowid < ?')
    .raw() as Database.Statement
  const texts = "headline || ' ' || dek || ' ' || body || ' ' || names || ' ' || labels, published"
  const read = database.prepare(`SELECT ${texts} FROM search JOIN stories ON id = search.rowid WHERE id = ?`).raw()
  const open = new Set(orphans)
  /** Numbers of stories fall with time: the earliest that may have each word. */
  let candidates = new Map(orphans.map((word) => [word, Number.MAX_SAFE_INTEGER]))
  const [stories] = database.prepare('SELECT count(*) FROM stories').raw().get() as [number]
  /** Stories read, and fifty questions count as one. */
  let cost = 0
  // Beyond that it is faster to read all stories once, as below.
  while (candidates.size > 0 && cost < 100 + stories / 4) {
    const byStory = new Map<number, string[]>()
    for (const [word, below] of candidates) {
      const [id] = find.get(`"${word}"`, below) as [number | null]
      if (id !== null) byStory.set(id, [...(byStory.get(id) ?? []), word])
    }
    cost += candidates.size / 50
    candidates = new Map()
    for (const [id, words] of byStory) {
      cost++
      const [text, published] = read.get(id) as [string, number]
      const there = toWords(withoutSigns(text))
      for (const word of words) {
        // The index takes words of one stem for one.
        if (!there.has(word)) candidates.set(word, id)
        else if (open.delete(word)) update.run(published, word)
      }
    }
  }
  if (open.size === 0) return
  // Words that the index has only as parts of longer ones, such as those that go on in digits, are found here, too.
  const all = database.prepare(`SELECT ${texts} FROM search JOIN stories ON id = search.rowid ORDER BY id DESC`).raw()
  for (const [text, published] of all.iterate() as Iterable<[string, number]>) {
    for (const word of toWords(withoutSigns(text))) if (open.delete(word)) update.run(published, word)
    if (open.size === 0) break
  }
}
