import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, expect, test } from 'vitest'
import { makeRandom } from '#lib/tools/testing/generate-stories'
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
  expect((await index.findNewest('zeppelin', 10)).map(({ slug }) => slug)).toEqual([
    'today',
    'newest',
    'wombat',
    'same',
  ])
  index.close()
})

test('only the texts of stories that changed are asked for', () => {
  const file = join(folder, 'lazy.db')
  writeSearchIndex(file, before)
  const unasked = before.map((known) => ({ ...known, texts: () => expect.unreachable() as never }))
  writeSearchIndex(file, unasked)
})

/** Puts a copy in the place of a file, as each publication does, so that no earlier connection holds it. */
function takeOver(file: string): void {
  copyFileSync(file, `${file}.copy`)
  renameSync(`${file}.copy`, file)
}

/** Stories of a thousand random words each, of which the first is theirs alone. */
const manyStories = (count: number) => {
  const random = makeRandom(1)
  const word = () =>
    Math.floor(random() ** 3 * 20_000)
      .toString(36)
      .padStart(4, 'x')
  return Array.from({ length: count }, (_, number) =>
    story(
      `story-${number}`,
      1 + (number % 28),
      [`only${number}marker`, ...Array.from({ length: 1000 }, word)].join(' '),
    ),
  )
}

test('no byte of a removed story stays in the file, nor of the words that a story lost', () => {
  const file = join(folder, 'secret.db')
  const secret = story('marquess', 7, 'Zyzzyva covid19marked zeppelinhuis 기준금리 zyzzyva')
  const shortened = story('shortened', 8, 'Kiwi wombatlike')
  const many = manyStories(100)
  writeSearchIndex(file, [...many, secret, shortened])
  writeSearchIndex(file, [...many, story('shortened', 8, 'Kiwi')])
  const bytes = readFileSync(file, 'latin1').toLowerCase()
  const left = ['marquess', 'zyzzyva', 'covid19', 'zeppelinhuis', 'eppelinhuis', 'wombatlik'].filter((word) =>
    bytes.includes(word),
  )
  expect(left).toEqual([])
})

test('after many changes the index is whole', { timeout: 60_000 }, () => {
  const file = join(folder, 'whole.db')
  const random = makeRandom(2)
  let stories = manyStories(60)
  writeSearchIndex(file, stories)
  for (let round = 0; round < 25; round++) {
    takeOver(file)
    const spare = manyStories(60).map((one) => ({ ...one, key: `${one.key} ${Math.floor(random() * 3)}` }))
    stories = stories
      .map((one, number) => (random() < 0.05 ? (spare[number] ?? one) : one))
      .filter(() => random() > 0.02)
    writeSearchIndex(file, stories)
  }
  takeOver(file)
  const database = new Database(file)
  expect(() => database.exec("INSERT INTO search (search) VALUES ('integrity-check')")).not.toThrow()
  expect(database.prepare('PRAGMA integrity_check').raw().get()).toEqual(['ok'])
  database.close()
})

test('where a third of the stories stays, the file becomes smaller', () => {
  const file = join(folder, 'smaller.db')
  const many = manyStories(200)
  writeSearchIndex(file, many)
  const before = statSync(file).size
  // Fewer and fewer, so that the index is brought up to date and not made anew.
  for (let count = 200; count > 60; count -= 20) {
    takeOver(file)
    writeSearchIndex(file, many.slice(0, count))
  }
  expect(statSync(file).size / before).toBeLessThan(0.6)
})
