import type Database from 'libsql'
import { withoutSigns } from '#lib/search/search-text'
import { plainSpelling, withoutLetters, wordsToSpell } from '#lib/search/spelling'

/** The words that a misspelt one may mean: in how many stories each stands, and when the earliest was published. */
export const vocabularySchema = `
  CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, stories INTEGER NOT NULL, since INTEGER NOT NULL);
  CREATE TABLE slips (letters TEXT, word INTEGER, PRIMARY KEY (letters, word)) WITHOUT ROWID;`

/** The text of a story that came or went, and when it was published. */
export type CountedText = { words: string; published: number }

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
    for (const word of new Set(wordsToSpell(words))) {
      const known = counts.get(word)
      counts.set(word, {
        stories: (known?.stories ?? 0) + 1,
        since: Math.min(known?.since ?? published, published),
      })
    }
  }
  return counts
}

/** Finds the earliest story of words that have lost theirs. */
function dateAnew(database: Database.Database, orphans: string[]): void {
  const update = database.prepare('UPDATE words SET since = ? WHERE word = ?')
  const texts = "headline || ' ' || dek || ' ' || body || ' ' || names || ' ' || labels, published"
  const oldestFirst = (where: string) =>
    database.prepare(`SELECT ${texts} FROM search JOIN stories ON id = search.rowid ${where} ORDER BY id DESC`).raw()
  const open = new Set(orphans)
  const having = oldestFirst('WHERE search MATCH ?')
  for (const word of orphans) {
    for (const [text, published] of having.iterate(`"${word}"`) as Iterable<[string, number]>) {
      if (!wordsToSpell(withoutSigns(text)).includes(word)) continue
      update.run(published, word)
      open.delete(word)
      break
    }
  }
  if (open.size === 0) return
  // Words that the index has only as parts of longer ones, such as those that go on in digits.
  for (const [text, published] of oldestFirst('').iterate() as Iterable<[string, number]>) {
    for (const word of wordsToSpell(withoutSigns(text))) if (open.delete(word)) update.run(published, word)
    if (open.size === 0) break
  }
}
