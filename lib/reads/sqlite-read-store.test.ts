import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, test, vi } from 'vitest'
import { toRead } from './anonymize'
import { openSqliteReadStore } from './sqlite-read-store'

const folder = mkdtempSync(join(tmpdir(), 'dateline-reads-'))
const day = '2024-01-01'
const tomorrowNoon = new Date('2024-01-02T12:00:00Z')
const hour = 400_000

const makeRead = (reader: number, story = 'a', at = hour) =>
  toRead(
    story,
    { address: `10.${reader >> 16}.${(reader >> 8) & 255}.${reader & 255}`, userAgent: 'A browser' },
    'salt',
    day,
    at,
  )

/** A process of its own that adds batches of ten readers, from `first` on, and tells of each that is written. */
function startWriter(file: string, first: number, batches: number) {
  const code = `
    const { openSqliteReadStore } = await import('./lib/reads/sqlite-read-store.ts')
    const { toRead } = await import('./lib/reads/anonymize.ts')
    const store = openSqliteReadStore(${JSON.stringify(file)})
    for (let batch = 0; batch < ${batches}; batch++) {
      const readers = Array.from({ length: 10 }, (_, index) => ${first} + batch * 10 + index)
      const reads = readers.map((reader) => toRead('story ' + (reader % 7),
        { address: '10.' + (reader >> 16) + '.' + ((reader >> 8) & 255) + '.' + (reader & 255), userAgent: 'x' }, 'salt', '${day}', ${hour}))
      for (;;) try { await store.add(reads); break } catch (error) { if (error.code !== 'SQLITE_BUSY') throw error }
      process.stdout.write('.')
    }`
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

const countAll = async (file: string) =>
  [...(await openSqliteReadStore(file).readsIn(hour)).values()].reduce((sum, reads) => sum + reads, 0)

test('what was written outlives kill -9, but for the batch that was on its way', { timeout: 30_000 }, async () => {
  const file = join(folder, 'killed.db')
  const writer = startWriter(file, 0, 1_000_000)
  let written = 0
  for await (const dots of writer.stdout) {
    written += String(dots).length
    if (written > 50) writer.kill('SIGKILL')
  }
  const reads = await countAll(file)
  expect(written).toBeGreaterThan(50)
  expect(reads).toBeGreaterThanOrEqual(written * 10)
  expect(reads).toBeLessThanOrEqual((written + 1) * 10)
})

test('two processes write one file at once, and no read is lost', { timeout: 30_000 }, async () => {
  const file = join(folder, 'shared.db')
  const writers = [0, 100_000].map((first) => startWriter(file, first, 100))
  for (const writer of writers) writer.stdout.resume()
  const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0]))
  expect(codes).toEqual([0, 0])
  expect(await countAll(file)).toBe(2000)
})

test('a batch that found the file locked is written once it is free, and counts once', async () => {
  const file = join(folder, 'locked.db')
  const store = openSqliteReadStore(file)
  const other = new Database(file)
  other.exec('BEGIN IMMEDIATE')
  const batch = [makeRead(1), makeRead(2)]
  await expect(store.add(batch)).rejects.toThrow(/locked/)
  other.exec('COMMIT')
  await store.add(batch)
  expect(await countAll(file)).toBe(2)
})

test('reads older than the window leave the file', async () => {
  const file = join(folder, 'old.db')
  const store = openSqliteReadStore(file)
  await store.add([makeRead(1), makeRead(2, 'a', hour + 1)])
  await store.add([makeRead(3, 'a', hour + 168)])
  expect(await store.readsIn(hour)).toEqual(new Map())
  expect(await store.readsIn(hour + 1)).toEqual(new Map([['a', 1]]))
})

test('neither salt nor reader is on disk', async () => {
  const file = join(folder, 'secret.db')
  const store = openSqliteReadStore(file)
  const salt = await store.getSalt(day, tomorrowNoon)
  const read = toRead('a', { address: '192.0.2.77', userAgent: 'A browser' }, salt, day, hour)
  await store.add([read])
  const files = readdirSync(folder).filter((name) => name.startsWith('secret.db'))
  const bytes = files.map((name) => readFileSync(join(folder, name), 'latin1')).join()
  expect(bytes).toContain('reads')
  for (const secret of [salt, read.reader, '192.0.2.77']) expect(bytes).not.toContain(secret)
})

test('a file of a newer version is left alone, and the error says so', () => {
  const file = join(folder, 'newer.db')
  new Database(file).exec('PRAGMA user_version = 9')
  expect(() => openSqliteReadStore(file)).toThrow(/version 9; this Dateline knows versions up to 1/)
})

test('a file that is none of SQLite’s is kept aside, told of, and begun anew', async () => {
  const file = join(folder, 'spoilt.db')
  writeFileSync(file, 'These are not reads. '.repeat(500))
  const told = vi.spyOn(console, 'log').mockImplementation(() => {})
  const store = openSqliteReadStore(file)
  expect(told.mock.calls.join()).toContain('spoilt.db cannot be read')
  told.mockRestore()
  await store.add([makeRead(1)])
  expect(await countAll(file)).toBe(1)
  const aside = readdirSync(folder).find((name) => name.startsWith('spoilt.db.unreadable')) ?? ''
  expect(readFileSync(join(folder, aside), 'utf8')).toContain('These are not reads.')
})

test('a file that was removed under the store is begun anew', async () => {
  const file = join(folder, 'removed.db')
  const store = openSqliteReadStore(file)
  await store.add([makeRead(1)])
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
  await store.add([makeRead(2), makeRead(3)])
  await store.close()
  expect(await countAll(file)).toBe(2)
})

test('a folder that was renamed under the store is waited for, and not made anew', async () => {
  const [home, away] = [join(folder, 'home'), join(folder, 'away')]
  mkdirSync(home)
  const store = openSqliteReadStore(join(home, 'reads.db'))
  await store.add([makeRead(1)])
  renameSync(home, away)
  await expect(store.add([makeRead(2)])).rejects.toThrow('home is not there')
  await expect(store.add([]), 'without reads, too').rejects.toThrow('home is not there')
  expect(existsSync(home)).toBe(false)
  renameSync(away, home)
  await store.add([makeRead(2)])
  expect(await countAll(join(home, 'reads.db'))).toBe(2)
  await store.close()
})
