import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { manifestName, searchIndexName, snapshotDir } from '#lib/snapshot/paths'
import { generateStories } from '#lib/tools/testing/generate-stories'
import { linkRepository, runContentStep } from '#lib/tools/testing/make-snapshot'
import { documentFile, type EditionFiles, writeEdition } from '#lib/tools/testing/write-content'

/** A folder whose content step remembers its earlier runs, and one that forgets everything before each. */
const [warm, cold, content] = ['warm', 'cold', 'content'].map((name) =>
  mkdtempSync(join(tmpdir(), `dateline-${name}-`)),
)
const roots = [warm, cold, content] as [string, string, string]

let files: EditionFiles

const picture = (background: string) =>
  sharp({ create: { width: 40, height: 20, channels: 3, background } })
    .png()
    .toBuffer()

const story = (headline: string, fields: Record<string, unknown> = {}, body = 'Words.') =>
  documentFile(
    { headline, dek: 'A story.', publishedAt: '2024-11-01T00:00:00Z', authors: ['desk'], topics: ['law'], ...fields },
    body,
  )

beforeAll(async () => {
  files = {
    ...generateStories(30),
    'photos/a.png': await picture('red'),
    'articles/pictured.mdx': story('Pictured', { photo: { src: 'photos/a.png', alt: 'Red', credit: 'Press' } }),
    'articles/quoting.mdx': story('Quoting', {}, '<Quote by="speaker-1">\nNobody else said this.\n</Quote>'),
  }
  for (const root of roots.slice(0, 2)) linkRepository(root)
})

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true })
})

/** What is in no two snapshots the same: when it was made, and how SQLite laid the search index out. */
const ofItsOwn = [manifestName, searchIndexName]

/** Makes content into a snapshot; returns all other files. */
function make(root: string, edition: EditionFiles) {
  writeEdition(roots[2], edition)
  runContentStep(root, roots[2])
  return readAll(join(root, snapshotDir))
}

function makeAnew(edition: EditionFiles) {
  for (const forgotten of ['.next', '.contentlayer'])
    rmSync(join(roots[1], forgotten), { recursive: true, force: true })
  return make(roots[1], edition)
}

const readAll = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile() && !ofItsOwn.includes(name))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  )

test('what is remembered changes nothing in what comes out, byte for byte', { timeout: 240_000 }, async () => {
  const { 'articles/quoting.mdx': moved = '', ...without } = files
  const changed = {
    ...without,
    'articles/moved/quoting.mdx': moved,
    'articles/1/story-7.mdx': story('Changed', {}, 'With *other* words.'),
    'photos/a.png': await picture('blue'),
    'topics/law.mdx': documentFile({ title: 'Laws', description: 'All of them.' }),
  }
  for (const edition of [files, changed, without]) make(roots[0], edition)
  expect(make(roots[0], changed)).toEqual(makeAnew(changed))
})

test('a memory that is damaged, cut short or no memory at all is not believed', { timeout: 240_000 }, () => {
  const kept = (name: string) => join(roots[0], '.next/cache/dateline', name)
  const damage = [
    () => writeFileSync(kept('results.db'), 'nothing like a database'),
    () => truncateSync(kept('results.db'), statSync(kept('results.db')).size / 2),
    () => {
      const bytes = readFileSync(kept('results.db'))
      for (let at = bytes.indexOf('"children"'); at !== -1; at = bytes.indexOf('"children"', at + 1))
        bytes.write('x', at + 1)
      writeFileSync(kept('results.db'), bytes)
    },
    () => truncateSync(kept('search.db'), 20_000),
  ]
  const sound = make(roots[0], files)
  for (const strike of damage) {
    strike()
    rmSync(join(roots[0], '.contentlayer'), { recursive: true })
    expect(make(roots[0], files)).toEqual(sound)
  }
})
