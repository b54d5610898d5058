import { mkdirSync, rmSync } from 'node:fs'
import Database from 'libsql'

/** What is kept: keys of files; of a document what the checks say, its fields and its body; and pictures as measured. */
const kinds = ['files', 'checks', 'documents', 'bodies', 'photos'] as const

export type Kind = (typeof kinds)[number]

/** The folder with all that is kept; it may be restored on another machine. */
export const buildCacheDir = '.next/cache/dateline'

const file = `${buildCacheDir}/results.db`
/** How many results of a kind that nobody asked for may stay, and how long they may be together: so several content folders can take turns. */
const [spare, spareLength] = [5000, 100_000_000]

/** So few unused ones are not looked for. */
const few = 20

/** Does another command write for a long time? */
export const isBusy = (error: unknown) => /^SQLITE_BUSY/.test((error as { code?: string }).code ?? '')

/** Is the file damaged, or no database? */
export const isDamage = (error: unknown) =>
  /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test((error as { code?: string }).code ?? '')

export type Opened = ReturnType<typeof openDatabase>

/** Opens the file, anew where it is damaged. Undefined where another command writes for a long time. */
export function open(busyTimeoutMs: number): Opened | undefined {
  try {
    return openDatabase(busyTimeoutMs)
  } catch (error) {
    if (isBusy(error)) return undefined
    if (!isDamage(error)) throw error
    return openAnew(busyTimeoutMs)
  }
}

/** Throws the file away and begins another one. */
export function openAnew(busyTimeoutMs: number) {
  for (const part of [file, `${file}-journal`]) rmSync(part, { force: true })
  return openDatabase(busyTimeoutMs)
}

function openDatabase(busyTimeoutMs: number) {
  mkdirSync(buildCacheDir, { recursive: true })
  const database = new Database(file)
  // Other commands may use the same file. A loss of power may cost the file, which the seals then show.
  database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}; PRAGMA synchronous = OFF`)
  for (const kind of kinds) {
    database.exec(`CREATE TABLE IF NOT EXISTS ${kind} (key TEXT PRIMARY KEY, result TEXT NOT NULL, seal TEXT NOT NULL)`)
  }
  const statements = (sql: (kind: Kind) => string) =>
    Object.fromEntries(kinds.map((kind) => [kind, database.prepare(sql(kind))])) as Record<Kind, Database.Statement>
  const find = statements(
    (kind) => `SELECT key, result, seal FROM ${kind} WHERE key IN (SELECT value FROM json_each(?))`,
  )
  for (const kind of kinds) find[kind].raw()
  /** Changes the file by all of some work, or by nothing. */
  function allAtOnce(work: () => void): void {
    database.exec('BEGIN IMMEDIATE')
    try {
      work()
      database.exec('COMMIT')
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
  return {
    find,
    insert: statements((kind) => `INSERT OR REPLACE INTO ${kind} VALUES (?, ?, ?)`),
    allAtOnce,
    close: () => database.close(),
    /** Drops what was not used of a kind when there is much of it. A body goes with what the checks say of it. */
    dropUnused(kind: Exclude<Kind, 'bodies'>, used: Map<string, unknown>) {
      const [count] = database.prepare(`SELECT count(*) FROM ${kind}`).raw().get() as [number]
      if (count - used.size <= few) return
      const tables: Kind[] = kind === 'checks' ? ['checks', 'bodies'] : [kind]
      const rows = tables.map((table) => `SELECT key, octet_length(result) FROM ${table}`).join(' UNION ALL ')
      const kept = database.prepare(rows).raw().all() as [string, number][]
      const unused = kept.filter(([key]) => !used.has(key))
      const length = unused.reduce((sum, [, length]) => sum + length, 0)
      if (unused.length <= spare * tables.length && length <= spareLength) return
      const drops = tables.map((table) => database.prepare(`DELETE FROM ${table} WHERE key = ?`))
      allAtOnce(() => {
        for (const [key] of unused) for (const drop of drops) drop.run(key)
      })
    },
  }
}
