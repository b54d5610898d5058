import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openKeptResults } from './kept-results'

const home = process.cwd()
const root = mkdtempSync(join(tmpdir(), 'dateline-kept-'))
const many = Array.from({ length: 6000 }, (_, number) => `story-${number}`)

beforeEach(() => process.chdir(root))
afterEach(() => {
  process.chdir(home)
  rmSync(root, { recursive: true })
})

function inOneRun(work: (kept: ReturnType<typeof openKeptResults>) => void): void {
  const kept = openKeptResults()
  work(kept)
  kept.close()
}

test('what a run had no use for goes, but never of a kind that it did not ask for', () => {
  inOneRun((kept) => {
    for (const story of many) {
      kept.keep('files', `place of ${story}`, story)
      kept.keep('documents', story, '{}')
    }
  })
  inOneRun((kept) => kept.get('documents', 'story-1'))
  inOneRun((kept) => {
    const places = many.map((story) => `place of ${story}`)
    expect(kept.getAll('files', places).size).toBe(6000)
    expect(kept.getAll('documents', many).size).toBe(1)
  })
})
