import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generationDir, publishedDir, sourcesName } from '#lib/generation'
import { findServing } from '#lib/serving'
import type { Index } from '#lib/types'
import { generateStories, makeRandom } from './generate-stories'
import { linkRepository, runContentStep } from './make-generation'
import { documentFile, writeEdition } from './write-edition'

const root = mkdtempSync(join(tmpdir(), 'dateline-publish-'))
const [words, data] = [join(root, 'words'), join(root, 'data')]
const news = join(words, 'articles/news.mdx')

const write = (headline: string) =>
  writeFileSync(
    news,
    documentFile(
      { headline, dek: 'News.', publishedAt: '2024-11-02T00:00:00Z', authors: ['desk'], topics: ['law'] },
      `${headline}, in full.`,
    ),
  )

beforeAll(() => {
  writeEdition(words, generateStories(20))
  write('First')
  linkRepository(root)
  runContentStep(root, words)
}, 120_000)

afterAll(() => rmSync(root, { recursive: true }))

function start(...args: string[]): ChildProcess {
  const env = { ...process.env, CONTENT_DIR: words, DATA_DIR: data }
  return spawn(process.execPath, ['lib/commands/publish.mjs', ...args], { cwd: root, env })
}

/** Runs the publisher to its end; returns its exit code and all that it printed. */
async function publish(...args: string[]): Promise<[number, string]> {
  const publisher = start(...args)
  let printed = ''
  for (const stream of [publisher.stdout, publisher.stderr]) stream?.on('data', (text) => (printed += text))
  const [code] = await once(publisher, 'close')
  return [code, printed]
}

/** The headline that serves, after a look at whether its generation is whole. */
function serving(): string | undefined {
  const { folder } = findServing(join(root, generationDir), data)
  const { articles }: Index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
  for (const name of Object.keys(JSON.parse(readFileSync(join(folder, sourcesName), 'utf8')))) {
    if (name !== 'publication.yaml') readFileSync(join(folder, name))
  }
  expect(articles).toHaveLength(21)
  return articles.find(({ slug }) => slug === 'news')?.headline
}

const published = () => readdirSync(join(data, publishedDir)).filter((name) => /^\d/.test(name))

test('a story is published, a fault changes nothing, and the generation before serves again', {
  timeout: 120_000,
}, async () => {
  write('Second')
  expect(await publish()).toEqual([0, expect.stringContaining('1 story changed, 20 unchanged. Generation ')])
  expect(serving()).toBe('Second')
  expect(await publish()).toEqual([0, expect.stringContaining('Nothing changed.')])

  writeFileSync(news, '---\nheadline: Third\n---\n')
  const [code, printed] = await publish()
  expect(code).toBe(1)
  expect(printed).toContain('articles/news.mdx:1:1 dek: ')
  expect(serving()).toBe('Second')

  write('Fourth')
  expect((await publish())[0]).toBe(0)
  expect(serving()).toBe('Fourth')
  expect(await publish('--back')).toEqual([0, expect.stringContaining('serves again')])
  expect(serving()).toBe('Second')
  expect((await publish('--back'))[0]).toBe(0)
  expect(serving()).toBe('First')
  expect(await publish('--back')).toEqual([1, expect.stringContaining('no earlier generation')])
  expect((await publish())[0]).toBe(0)
  expect(serving()).toBe('Fourth')
})

test('a publisher that is killed at any moment loses nothing and leaves nothing behind', {
  timeout: 240_000,
}, async () => {
  const random = makeRandom(Date.now())
  let before = serving()
  for (let turn = 0; turn < 8; turn++) {
    write(`Killed ${turn}`)
    const publisher = start()
    setTimeout(() => publisher.kill('SIGKILL'), 200 + random() * 2000)
    await once(publisher, 'close')
    expect([before, `Killed ${turn}`]).toContain(serving())
    before = serving()
  }
  write('Alive')
  expect((await publish())[0]).toBe(0)
  expect(serving()).toBe('Alive')
  expect(published().length).toBeLessThanOrEqual(3)
  expect(published().filter((name) => name.endsWith('.next'))).toEqual([])
})

test('a publisher that watches brings what is saved, in new folders too, and goes on after a fault', {
  timeout: 120_000,
}, async () => {
  const publisher = start('--watch')
  let printed = ''
  for (const stream of [publisher.stdout, publisher.stderr]) stream?.on('data', (text) => (printed += text))
  await expect.poll(() => printed, { timeout: 30_000 }).toContain('Watching')
  write('Saved')
  await expect.poll(serving, { timeout: 30_000 }).toBe('Saved')

  write('Not so')
  cpSync(news, join(words, 'articles/new/folder/news.mdx'))
  await expect.poll(() => printed, { timeout: 30_000 }).toContain('"news" is the slug of')
  expect(serving()).toBe('Saved')
  rmSync(join(words, 'articles/new'), { recursive: true })
  await expect.poll(serving, { timeout: 30_000 }).toBe('Not so')
  publisher.kill()
  await once(publisher, 'close')
})

test('two publishers at once take turns', { timeout: 120_000 }, async () => {
  write('Twice')
  const both = await Promise.all([publish(), publish()])
  expect(both.map(([code]) => code)).toEqual([0, 0])
  expect(both.filter(([, printed]) => printed.includes('Nothing changed.'))).toHaveLength(1)
  expect(serving()).toBe('Twice')
})

test('a build that is newer than what was published serves, and publishing goes on from it', {
  timeout: 120_000,
}, async () => {
  write('Built')
  runContentStep(root, words)
  expect(serving()).toBe('Built')
  write('Published')
  expect(await publish()).toEqual([0, expect.stringContaining('1 story changed, 20 unchanged.')])
  expect(serving()).toBe('Published')
})

test('an option that it does not know is refused', { timeout: 60_000 }, async () => {
  expect(await publish('--bakc')).toEqual([1, expect.stringContaining('--back')])
})
