import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { openBuildCache, rememberResults } from './build-cache'
import { buildCacheDir } from './build-cache-database'

const home = process.cwd()
const root = mkdtempSync(join(tmpdir(), 'dateline-cache-'))
const many = Array.from({ length: 6000 }, (_, number) => `story-${number}`)

beforeEach(() => process.chdir(root))
afterEach(() => {
  rmSync(buildCacheDir, { recursive: true, force: true })
  process.chdir(home)
})
afterAll(() => rmSync(root, { recursive: true }))

function inOneRun(work: (cache: ReturnType<typeof openBuildCache>) => void): void {
  const cache = openBuildCache()
  work(cache)
  cache.close()
}

test('what a run had no use for goes, but never of a kind that it did not ask for', () => {
  inOneRun((cache) => {
    for (const story of many) {
      cache.keep('files', `place of ${story}`, story)
      cache.keep('documents', story, '{}')
    }
  })
  inOneRun((cache) => cache.get('documents', 'story-1'))
  inOneRun((cache) => {
    const places = many.map((story) => `place of ${story}`)
    expect(cache.getAll('files', places).size).toBe(6000)
    expect(cache.getAll('documents', many).size).toBe(1)
  })
})

test('results that are long go sooner, so that versions of large documents do not fill the disk', () => {
  for (let version = 0; version < 80; version++) {
    inOneRun((cache) => {
      cache.keep('checks', `version ${version}`, '{}')
      cache.keep('bodies', `version ${version}`, 'x'.repeat(2_000_000))
    })
  }
  expect(statSync(join(buildCacheDir, 'results.db')).size).toBeLessThan(120_000_000)
  inOneRun((cache) => expect(cache.get('bodies', 'version 79')).toHaveLength(2_000_000))
})

test('a run that makes one body anew drops no body of the other documents', () => {
  inOneRun((cache) => {
    for (const story of many) {
      cache.keep('checks', story, '{}')
      cache.keep('bodies', story, 'words')
    }
  })
  inOneRun((cache) => {
    cache.getAll('checks', many)
    cache.keep('checks', 'story-1, changed', '{}')
    cache.keep('bodies', 'story-1, changed', 'other words')
  })
  inOneRun((cache) => expect(cache.getAll('bodies', many).size).toBe(6000))
})

test('where another command writes for long, this one goes on without keeping', () => {
  inOneRun((cache) => cache.keep('bodies', 'a', 'b'))
  mkdirSync(buildCacheDir, { recursive: true })
  const other = new Database(join(buildCacheDir, 'results.db'))
  other.exec('BEGIN EXCLUSIVE')
  const cache = openBuildCache(300)
  cache.keep('bodies', 'c', 'd')
  expect(cache.get('bodies', 'c')).toBe('d')
  cache.close()
  other.exec('ROLLBACK')
  other.close()
  inOneRun((again) => expect([again.get('bodies', 'a'), again.get('bodies', 'c')]).toEqual(['b', undefined]))
})

test('what could not be written while another command read is written afterwards', () => {
  inOneRun((cache) => cache.keep('bodies', 'a', 'b'))
  const other = new Database(join(buildCacheDir, 'results.db'))
  other.exec('BEGIN')
  other.prepare('SELECT count(*) FROM bodies').get()
  const cache = openBuildCache(300)
  cache.keep('bodies', 'long', 'x'.repeat(9_000_000))
  other.exec('COMMIT')
  other.close()
  cache.close()
  inOneRun((again) => expect(again.get('bodies', 'long')).toHaveLength(9_000_000))
})

// It changes this process, so it comes last.
test('a process that stays drops what it has no use for, of each kind, however the kinds take turns', () => {
  rememberResults()
  const large = 'x'.repeat(3_000_000)
  for (let save = 0; save < 80; save++) {
    inOneRun((cache) => cache.keep('checks', `save ${save}`, 'words'))
    inOneRun((cache) => cache.keep('documents', `save ${save}`, large))
  }
  expect(statSync(join(buildCacheDir, 'results.db')).size).toBeLessThan(230_000_000)
})
