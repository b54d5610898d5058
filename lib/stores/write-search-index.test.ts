import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, expect, test } from 'vitest'
import { openSearchIndex } from './search-index'
import { type SearchableStory, writeSearchIndex } from './write-search-index'

const folder = mkdtempSync(join(tmpdir(), 'dateline-search-'))

afterAll(() => rmSync(folder, { recursive: true }))

const story = (slug: string, day: number, body: string): SearchableStory => {
  const publishedAt = `2024-11-${String(day).padStart(2, '0')}T00:00:00Z`
  return {
    ...{ slug, publishedAt, key: publishedAt + body },
    texts: () => ({ headline: slug, dek: '', body, names: '', labels: '' }),
  }
}

/** All that an index knows, but for the numbers that it gives. */
function dump(file: string) {
  const database = new Database(file)
  const all = (sql: string) => database.prepare(sql).raw().all()
  const words = 'SELECT word, stories, since FROM words ORDER BY word'
  const slips = 'SELECT letters, words.word FROM slips JOIN words ON id = slips.word ORDER BY letters, words.word'
  const stories = 'SELECT slug, published, key, search.* FROM stories JOIN search ON search.rowid = id ORDER BY id'
  const found = [stories, words, slips].map(all)
  database.close()
  return found
}

const wombat = story('wombat', 3, 'Quokka countings covid19 zeppelin')
const before = [
  story('newest', 20, 'zeppelin'),
  wombat,
  story('older', 2, 'Quokka 기준금리 kiwi'),
  story('oldest', 1, 'kiwi'),
]

test.each<[string, SearchableStory[]]>([
  ['nothing changed', before],
  ['a story more, between two others', [...before, story('between', 4, 'Zeppelin Xanadu')]],
  ['a story less', before.slice(1)],
  ['the earliest story of a word less', before.slice(0, 3)],
  ['a story changed its words', before.with(1, story('wombat', 3, 'Quokka only'))],
  ['a story moved to the future', before.with(3, story('oldest', 30, 'kiwi'))],
  ['a word that goes on in digits has another earliest story', [...before.with(1, story('wombat', 9, 'covid19'))]],
  ['no story left', []],
])('brought up to date is the same as made anew: %s', (_what, after) => {
  const [updated, anew] = [join(folder, 'updated.db'), join(folder, 'anew.db')]
  for (const file of [updated, anew]) rmSync(file, { force: true })
  writeSearchIndex(updated, before)
  writeSearchIndex(updated, after)
  writeSearchIndex(anew, after)
  expect(dump(updated)).toEqual(dump(anew))
})

test('the newest story comes first, also when it came last', async () => {
  const file = join(folder, 'order.db')
  writeSearchIndex(file, before)
  writeSearchIndex(file, [story('today', 25, 'zeppelin'), story('same', 3, 'zeppelin'), ...before])
  const index = await openSearchIndex(file)
  expect((await index.match('zeppelin')).map(({ slug }) => slug)).toEqual(['today', 'newest', 'wombat', 'same'])
  index.close()
})

test('only the texts of stories that changed are asked for', () => {
  const file = join(folder, 'lazy.db')
  writeSearchIndex(file, before)
  const unasked = before.map((known) => ({ ...known, texts: () => expect.unreachable() as never }))
  writeSearchIndex(file, unasked)
})
