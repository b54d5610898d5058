import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { openKeptResults, rememberResults } from './build-cache'
import { keptDir } from './build-cache-database'

const home = process.cwd()
const root = mkdtempSync(join(tmpdir(), 'dateline-kept-'))
const many = Array.from({ length: 6000 }, (_, number) => `story-${number}`)

beforeEach(() => process.chdir(root))
afterEach(() => {
  rmSync(keptDir, { recursive: true, force: true })
  process.chdir(home)
})
afterAll(() => rmSync(root, { recursive: true }))

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

test('results that are long go sooner, so that versions of large documents do not fill the disk', () => {
  for (let version = 0; version < 80; version++) {
    inOneRun((kept) => {
      kept.keep('checks', `version ${version}`, '{}')
      kept.keep('bodies', `version ${version}`, 'x'.repeat(2_000_000))
    })
  }
  expect(statSync(join(keptDir, 'results.db')).size).toBeLessThan(120_000_000)
  inOneRun((kept) => expect(kept.get('bodies', 'version 79')).toHaveLength(2_000_000))
})

test('a run that makes one body anew drops no body of the other documents', () => {
  inOneRun((kept) => {
    for (const story of many) {
      kept.keep('checks', story, '{}')
      kept.keep('bodies', story, 'words')
    }
  })
  inOneRun((kept) => {
    kept.getAll('checks', many)
    kept.keep('checks', 'story-1, changed', '{}')
    kept.keep('bodies', 'story-1, changed', 'other words')
  })
  inOneRun((kept) => expect(kept.getAll('bodies', many).size).toBe(6000))
})

test('where another command writes for long, this one goes on without keeping', { timeout: 60_000 }, () => {
  inOneRun((kept) => kept.keep('bodies', 'a', 'b'))
  mkdirSync(keptDir, { recursive: true })
  const other = new Database(join(keptDir, 'results.db'))
  other.exec('BEGIN EXCLUSIVE')
  const kept = openKeptResults()
  kept.keep('bodies', 'c', 'd')
  expect(kept.get('bodies', 'c')).toBe('d')
  kept.close()
  other.exec('ROLLBACK')
  other.close()
  inOneRun((again) => expect([again.get('bodies', 'a'), again.get('bodies', 'c')]).toEqual(['b', undefined]))
})

test('what could not be written while another command read is written afterwards', { timeout: 60_000 }, () => {
  inOneRun((kept) => kept.keep('bodies', 'a', 'b'))
  const other = new Database(join(keptDir, 'results.db'))
  other.exec('BEGIN')
  other.prepare('SELECT count(*) FROM bodies').get()
  const kept = openKeptResults()
  kept.keep('bodies', 'long', 'x'.repeat(9_000_000))
  other.exec('COMMIT')
  other.close()
  kept.close()
  inOneRun((again) => expect(again.get('bodies', 'long')).toHaveLength(9_000_000))
})

// It changes this process, so it comes last.
test('a process that stays drops what it has no use for, of each kind, however the kinds take turns', () => {
  rememberResults()
  const large = 'x'.repeat(3_000_000)
  for (let save = 0; save < 80; save++) {
    inOneRun((kept) => kept.keep('checks', `save ${save}`, 'words'))
    inOneRun((kept) => kept.keep('documents', `save ${save}`, large))
  }
  expect(statSync(join(keptDir, 'results.db')).size).toBeLessThan(230_000_000)
})
