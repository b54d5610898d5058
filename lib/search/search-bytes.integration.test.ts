import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchIndexName } from '#lib/snapshot/paths'
import { openPublisher } from '#lib/tools/testing/publisher'
import { documentFile } from '#lib/tools/testing/write-content'

let site: ReturnType<typeof openPublisher>
beforeAll(() => {
  site = openPublisher()
}, 120_000)
afterAll(() => site.close())

const stories = { removed: 'Zyzzyvas', withdrawn: 'Quokkaland', draft: 'Xylographers' }

function write(slug: string, fields: Record<string, unknown> = {}): void {
  const word = stories[slug as keyof typeof stories]
  const story = { dek: 'News.', publishedAt: '2024-11-02T00:00:00Z', authors: ['desk'], topics: ['law'] }
  const text = documentFile({ headline: `${word} seen`, ...story, ...fields }, `Many saw ${word}town.`)
  writeFileSync(join(site.content, `articles/${slug}.mdx`), text)
}

/** The words of those stories that stand somewhere in the published search index. */
async function publishAndFind(): Promise<string[]> {
  expect((await site.publish())[0]).toBe(0)
  const bytes = readFileSync(join(site.findWhatServes().folder, searchIndexName), 'latin1').toLowerCase()
  return Object.values(stories)
    .flatMap((word) => [word.slice(0, -1), `${word}town`])
    .filter((word) => bytes.includes(word.toLowerCase()))
}

test('the published search index has no byte of a story that was removed, withdrawn or made a draft', {
  timeout: 120_000,
}, async () => {
  for (const slug of Object.keys(stories)) write(slug)
  expect(await publishAndFind()).toHaveLength(6)
  rmSync(join(site.content, 'articles/removed.mdx'))
  write('withdrawn', { withdrawn: { at: '2024-11-03T00:00:00Z', reason: 'Wrong.' } })
  write('draft', { status: 'draft' })
  expect(await publishAndFind()).toEqual([])
})
