import { randomBytes } from 'node:crypto'
import { type Bucket, windowHours } from '../hot-this-week'
import { openDatabase } from './open-database'
import type { ReadStore } from './read-store'
import { ReaderTable } from './reader-table'

/** What brings a file from each version of its schema to the next. */
const migrations = [
  'CREATE TABLE reads (hour INTEGER, story TEXT, reads INTEGER NOT NULL, PRIMARY KEY (hour, story)) WITHOUT ROWID',
]

/**
 * Counts in an SQLite file, for one machine; several processes may use it. Readers and salts stay in memory, so that a
 * restart may count a reader again. Throws when the file cannot be opened or is of a newer version of Dateline.
 */
export function openSqliteReadStore(file: string): ReadStore {
  const database = openDatabase(file, migrations)
  const readers = new ReaderTable()
  const salts = new Map<string, string>()
  /** Reads that are admitted and not yet written. */
  const waiting = new Map<string, Bucket & { story: string }>()
  const insert = database.prepare(
    'INSERT INTO reads VALUES (?, ?, ?) ON CONFLICT (hour, story) DO UPDATE SET reads = reads + excluded.reads',
  )
  const forget = database.prepare('DELETE FROM reads WHERE hour <= ?')
  const select = database.prepare('SELECT story, reads FROM reads WHERE hour = ?')
  const write = database.transaction(() => {
    for (const { hour, story, reads } of waiting.values()) insert.run(hour, story, reads)
    forget.run(Math.max(...[...waiting.values()].map(({ hour }) => hour)) - windowHours)
  }).immediate

  return {
    async getSalt(day) {
      const salt = salts.get(day) ?? randomBytes(32).toString('base64url')
      salts.set(day, salt)
      for (const old of salts.keys()) if (old < day) salts.delete(old)
      return salt
    },
    async add(reads) {
      for (const read of reads) {
        if (!readers.admit(read)) continue
        const bucket = waiting.get(`${read.hour} ${read.story}`)
        waiting.set(`${read.hour} ${read.story}`, { ...read, reads: (bucket?.reads ?? 0) + 1 })
      }
      if (waiting.size > 0) write()
      waiting.clear()
    },
    async readsIn(hour) {
      const rows = select.all(hour) as { story: string; reads: number }[]
      return new Map(rows.map(({ story, reads }) => [story, reads]))
    },
    async close() {
      database.close()
    },
  }
}
