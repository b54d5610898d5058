import { renameSync, rmSync } from 'node:fs'
import Database from 'libsql'
import { initialismsOf, toSearchText, withoutSigns } from './search-text'
import { changeVocabulary, vocabularySchema } from './vocabulary'

/** What is searched of a story. */
export type StoryTexts = {
  headline: string
  dek: string
  body: string
  /** Authors and people quoted, in every spelling. */
  names: string
  /** Topics, kicker and place. */
  labels: string
}

/** A story for the index; its texts are only asked for when the index does not have them by their `key`. */
export type SearchableStory = { slug: string; publishedAt: string; key: string; texts: () => StoryTexts }

/** To remove a story costs four times what it takes to add one: where so many go for each that stays, the index is made anew. */
const anewFrom = 1 / 4

const schema = `
  CREATE VIRTUAL TABLE search USING fts5(headline, dek, body, names, labels, initialisms,
    tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* Co M*'");
  CREATE TABLE stories (id INTEGER PRIMARY KEY, slug TEXT NOT NULL, published INTEGER NOT NULL, key TEXT NOT NULL);
  ${vocabularySchema}`

/**
 * Writes the search index as one SQLite file, or brings one up to date that nobody reads: only stories that changed
 * cost something. The newest story comes first, so that a search that is cut off has seen the newest. `stories` must
 * hold no drafts. Throws when the file is no index; it is then of no more use.
 */
export function writeSearchIndex(file: string, stories: readonly SearchableStory[]): void {
  const database = new Database(file)
  // A run that fails throws its file away.
  // What is deleted is overwritten, in the tables and in FTS5's own index: no byte of a removed story stays.
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA secure_delete = ON; BEGIN')
  const isNew = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'stories'").all().length === 0
  if (isNew) database.exec(`${schema} INSERT INTO search (search, rank) VALUES ('secure-delete', 1);`)
  const known = database.prepare('SELECT id, slug, published, key FROM stories').all() as IndexedStory[]
  const bySlug = new Map(known.map((story) => [story.slug, story]))
  const taken = new Set(known.map(({ id }) => id))
  const added: SearchableStory[] = []
  for (const story of stories) {
    if (bySlug.get(story.slug)?.key === story.key) bySlug.delete(story.slug)
    else added.push(story)
  }
  const removed = [...bySlug.values()]
  if (removed.length > (known.length - removed.length) * anewFrom) {
    database.close()
    rmSync(file)
    writeSearchIndex(file, stories)
    return
  }
  const lost = removed.map((story) => ({ words: removeStory(database, story), published: story.published }))
  for (const { id } of removed) taken.delete(id)
  const add = storyAdder(database, taken)
  const won = mapOneByOne(added, add)
  changeVocabulary(database, lost, won)
  if (isNew) database.exec("INSERT INTO search (search) VALUES ('optimize')")
  database.exec('COMMIT')
  database.close()
  shrink(file)
}

/** Copies what is in the file to a new one where more than a quarter of it is empty. */
function shrink(file: string): void {
  const database = new Database(file)
  const counts = 'SELECT freelist_count, page_count FROM pragma_freelist_count, pragma_page_count'
  const [[empty = 0, all = 0] = []] = database.prepare(counts).raw().all() as number[][]
  const isWasteful = empty > all / 4
  if (isWasteful) database.prepare('VACUUM INTO ?').run(`${file}.smaller`)
  database.close()
  if (isWasteful) renameSync(`${file}.smaller`, file)
}

type IndexedStory = { id: number; slug: string; published: number; key: string }

function* mapOneByOne<Item, Made>(items: Item[], make: (item: Item) => Made): Generator<Made> {
  for (const item of items) yield make(item)
}

/** Adds stories to the index, and returns the words of each. */
function storyAdder(database: Database.Database, taken: Set<number>) {
  const addStory = database.prepare('INSERT INTO stories VALUES (?, ?, ?, ?)')
  const into = 'search (rowid, headline, dek, body, names, labels, initialisms)'
  const addTexts = database.prepare(`INSERT INTO ${into} VALUES (?, ?, ?, ?, ?, ?, ?)`)
  return ({ slug, publishedAt, key, texts }: SearchableStory) => {
    const { headline, dek, body, names, labels } = texts()
    const published = Date.parse(publishedAt)
    const id = freeId(published, taken)
    const columns = [headline, dek, body, names, labels].map(toSearchText)
    const initialisms = initialismsOf([headline, dek, body, names, labels].join('\n')).join(' ')
    addStory.run(id, slug, published, key)
    addTexts.run(id, ...columns, initialisms)
    return { words: columns.map(withoutSigns).join('\n'), published }
  }
}

/** Takes a story out, and returns its words. */
function removeStory(database: Database.Database, { id }: IndexedStory): string {
  const find = database.prepare('SELECT headline, dek, body, names, labels FROM search WHERE rowid = ?').raw()
  const columns = find.get(id) as string[]
  database.prepare('DELETE FROM search WHERE rowid = ?').run(id)
  database.prepare('DELETE FROM stories WHERE id = ?').run(id)
  return columns.map(withoutSigns).join('\n')
}

const perMinute = 1024

/** A number for a story, the lower the newer it is, to the minute: so a new one finds its place among the old. */
function freeId(published: number, taken: Set<number>): number {
  let id = -Math.floor(published / 60_000) * perMinute
  while (taken.has(id)) id++
  taken.add(id)
  return id
}
