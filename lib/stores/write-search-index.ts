import Database from 'libsql'
import { initialismsOf, toSearchText } from '#lib/search/search-text'
import { plainSpelling, withoutLetters, wordsToSpell } from '#lib/search/spelling'

/** What is searched of a story. */
export type SearchableStory = {
  slug: string
  publishedAt: string
  headline: string
  dek: string
  body: string
  /** Authors and people quoted, in every spelling. */
  names: string
  /** Topics, kicker and place. */
  labels: string
}

const schema = `
  CREATE VIRTUAL TABLE search USING fts5(headline, dek, body, names, labels, initialisms,
    tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* Co M*'");
  CREATE TABLE stories (id INTEGER PRIMARY KEY, slug TEXT NOT NULL);
  CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL, stories INTEGER NOT NULL, since INTEGER NOT NULL);
  CREATE TABLE slips (letters TEXT, word INTEGER, PRIMARY KEY (letters, word)) WITHOUT ROWID;`

/**
 * Writes the search index as one SQLite file that must not exist yet. The newest story comes first, so that a search
 * that is cut off has seen the newest. `stories` must hold no drafts; each is taken when it is its turn.
 */
export function writeSearchIndex(file: string, stories: Iterable<SearchableStory>): void {
  const database = new Database(file)
  // Nobody reads the file before it is whole, and a build that fails begins again.
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN')
  database.exec(schema)
  const insertStory = database.prepare('INSERT INTO stories VALUES (?, ?)')
  const insertText = database.prepare(
    'INSERT INTO search (rowid, headline, dek, body, names, labels, initialisms) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const vocabulary = new Map<string, { stories: number; since: number }>()
  let id = 0
  for (const { slug, publishedAt, ...texts } of stories) {
    const { headline, dek, body, names, labels } = texts
    const all = Object.values(texts).join('\n')
    id++
    insertStory.run(id, slug)
    insertText.run(id, ...[headline, dek, body, names, labels].map(toSearchText), initialismsOf(all).join(' '))
    addWords(vocabulary, all, Date.parse(publishedAt))
  }
  writeWords(database, vocabulary)
  database.exec("INSERT INTO search (search) VALUES ('optimize'); COMMIT")
  database.close()
}

function addWords(
  vocabulary: Map<string, { stories: number; since: number }>,
  text: string,
  publishedAt: number,
): void {
  for (const word of new Set(wordsToSpell(text))) {
    const known = vocabulary.get(word)
    vocabulary.set(word, {
      stories: (known?.stories ?? 0) + 1,
      since: Math.min(known?.since ?? publishedAt, publishedAt),
    })
  }
}

function writeWords(database: Database.Database, vocabulary: Map<string, { stories: number; since: number }>): void {
  const insertWord = database.prepare('INSERT INTO words VALUES (?, ?, ?, ?)')
  const insertSlip = database.prepare('INSERT INTO slips VALUES (?, ?)')
  let id = 0
  for (const [word, { stories, since }] of vocabulary) {
    id++
    insertWord.run(id, word, stories, since)
    for (const letters of withoutLetters(plainSpelling(word), 1)) insertSlip.run(letters, id)
  }
}
