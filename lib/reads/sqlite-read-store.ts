import { randomBytes } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Bucket, windowHours } from '#lib/publication/hot-this-week'
import { openDatabase } from './open-database'
import type { ReadStore } from './read-store'
import { ReaderTable } from './reader-table'

/** What brings a file from each version of its schema to the next. */
const migrations = [
  'CREATE TABLE reads (hour INTEGER, story TEXT, reads INTEGER NOT NULL, PRIMARY KEY (hour, story)) WITHOUT ROWID',
]

type WaitingReads = Map<string, Bucket & { story: string }>

/**
 * Counts in an SQLite file, for one machine; several processes may use it. Readers and salts stay in memory, so that a
 * restart may count a reader again. A file that was removed is begun anew; one whose folder was removed, renamed or not
 * mounted is waited for. Throws when the file cannot be opened or is of a newer version of Dateline.
 */
export function openSqliteReadStore(file: string): ReadStore {
  let opened = openReads(file)
  const readers = new ReaderTable()
  const salts = new Map<string, string>()
  /** Reads that are admitted and not yet written. */
  const waiting: WaitingReads = new Map()

  /** The file that has the name now: what is written to another that had it is lost. */
  function current() {
    if (toIdentity(file) === opened.identity) return opened
    if (!existsSync(dirname(file))) throw new Error(`${dirname(file)} is not there`)
    opened.close()
    opened = openReads(file)
    return opened
  }

  return {
    async getSalt(day) {
      const salt = salts.get(day) ?? randomBytes(32).toString('base64url')
      salts.set(day, salt)
      for (const old of salts.keys()) if (old < day) salts.delete(old)
      return salt
    },
    async add(reads) {
      const { write } = current()
      for (const read of reads) {
        if (!readers.admit(read)) continue
        const bucket = waiting.get(`${read.hour} ${read.story}`)
        waiting.set(`${read.hour} ${read.story}`, { ...read, reads: (bucket?.reads ?? 0) + 1 })
      }
      if (waiting.size > 0) write(waiting)
      waiting.clear()
    },
    readsIn: async (hour) => current().readsIn(hour),
    async close() {
      opened.close()
    },
  }
}

/** Tells apart files that had the same name one after the other; undefined where there is none. */
function toIdentity(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  return found && `${found.dev} ${found.ino}`
}

function openReads(file: string) {
  const database = openDatabase(file, migrations)
  const insert = database.prepare(
    'INSERT INTO reads VALUES (?, ?, ?) ON CONFLICT (hour, story) DO UPDATE SET reads = reads + excluded.reads',
  )
  const forget = database.prepare('DELETE FROM reads WHERE hour <= ?')
  const select = database.prepare('SELECT story, reads FROM reads WHERE hour = ?')
  const write = database.transaction((waiting: WaitingReads) => {
    for (const { hour, story, reads } of waiting.values()) insert.run(hour, story, reads)
    forget.run(Math.max(...[...waiting.values()].map(({ hour }) => hour)) - windowHours)
  }).immediate
  return {
    identity: toIdentity(file),
    write,
    readsIn(hour: number) {
      const rows = select.all(hour) as { story: string; reads: number }[]
      return new Map(rows.map(({ story, reads }) => [story, reads]))
    },
    close: () => database.close(),
  }
}
