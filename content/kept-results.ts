import { mkdirSync, rmSync } from 'node:fs'
import Database from 'libsql'
import { hashOf } from './rules-key'

/** What is kept: keys of files; of a document what the checks say, its fields and its body; and pictures as measured. */
const kinds = ['files', 'checks', 'documents', 'bodies', 'photos'] as const

type Kind = (typeof kinds)[number]

/** Results of earlier runs, found by what they were made of and never by when. */
export type KeptResults = {
  get: (kind: Kind, key: string) => string | undefined
  /** The results that there are for many keys, by key: asking for one after the other takes three times as long. */
  getAll: (kind: Kind, keys: string[]) => Map<string, string>
  keep: (kind: Kind, key: string, result: string) => void
  /** Writes what is not written yet. Of the kinds that were used, what no run uses any more goes when there is much of it. */
  close: () => void
}

/** In a process that stays, what the last run used, so that it is neither read nor proved again; bodies would take much memory. */
let remembered: Map<Kind, Map<string, string | undefined>> | undefined

/** From now on runs of this process remember what the run before used. */
export function rememberResults(): void {
  remembered ??= new Map()
}

/** The folder with all that is kept; it may be restored on another machine. */
export const keptDir = '.next/cache/dateline'

const file = `${keptDir}/results.db`
/** How many results of a kind that nobody asked for may stay, and how long they may be together: so several content folders can take turns. */
const [spare, spareLength] = [5000, 100_000_000]
/** How many characters of results wait in memory. */
const batchLength = 8_000_000

/** Opens the results of earlier runs. A file that is damaged or no database is thrown away, at whatever moment it shows. */
export function openKeptResults(): KeptResults {
  let database = open()
  let waiting = new Map<Kind, Map<string, string>>()
  let waitingLength = 0
  const used = new Map<Kind, Map<string, string | undefined>>()

  function attempt<T>(work: (database: Opened) => T): T | undefined {
    try {
      return database && work(database)
    } catch (error) {
      // Another command writes for a long time: this one goes on without.
      if (isBusy(error)) return undefined
      if (!isDamage(error)) throw error
      database?.close()
      database = openAnew()
      return undefined
    }
  }

  function use(kind: Kind, key: string, result: string | undefined): void {
    const results = used.get(kind) ?? new Map<string, string | undefined>()
    used.set(kind, results.set(key, remembered && kind !== 'bodies' ? result : undefined))
  }

  function getAll(kind: Kind, keys: string[]): Map<string, string> {
    const here = (key: string) => waiting.get(kind)?.get(key) ?? remembered?.get(kind)?.get(key)
    const results = findAll(
      kind,
      keys.filter((key) => here(key) === undefined),
    )
    for (const key of keys) {
      const result = here(key) ?? results.get(key)
      if (result !== undefined) results.set(key, result)
      use(kind, key, result)
    }
    return results
  }

  /** The results in the file that are sound. */
  function findAll(kind: Kind, keys: string[]): Map<string, string> {
    if (keys.length === 0) return new Map()
    const rows = attempt(({ find }) => find[kind].all(JSON.stringify(keys)) as [string, string, string][]) ?? []
    const sound = rows.filter(([key, result, seal]) => seal === hashOf(kind, key, result))
    return new Map(sound.map(([key, result]) => [key, result]))
  }

  /** Writes what waits, all at once, so that no other command waits for this one while it works. */
  function write(): void {
    attempt((database) => {
      database.exec('BEGIN IMMEDIATE')
      for (const [kind, results] of waiting) {
        for (const [key, result] of results) database.insert[kind].run(key, result, hashOf(kind, key, result))
      }
      database.exec('COMMIT')
      waiting = new Map()
      waitingLength = 0
    })
  }

  return {
    get: (kind, key) => getAll(kind, [key]).get(key),
    getAll,
    keep(kind, key, result) {
      use(kind, key, result)
      const results = waiting.get(kind) ?? new Map<string, string>()
      waiting.set(kind, results.set(key, result))
      waitingLength += result.length
      if (waitingLength >= batchLength) write()
    },
    close() {
      if (waiting.size > 0) write()
      attempt((database) => {
        for (const [kind, results] of used) database.dropUnused(kind, results)
      })
      database?.close()
      for (const [kind, results] of used) if (kind !== 'bodies') remembered?.set(kind, results)
    },
  }
}

const isBusy = (error: unknown) => /^SQLITE_BUSY/.test((error as { code?: string }).code ?? '')

const isDamage = (error: unknown) => /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test((error as { code?: string }).code ?? '')

type Opened = ReturnType<typeof openDatabase>

/** Undefined where another command writes for a long time. */
function open(): Opened | undefined {
  try {
    return openDatabase()
  } catch (error) {
    if (isBusy(error)) return undefined
    if (!isDamage(error)) throw error
    return openAnew()
  }
}

function openAnew() {
  for (const part of [file, `${file}-journal`]) rmSync(part, { force: true })
  return openDatabase()
}

function openDatabase() {
  mkdirSync(keptDir, { recursive: true })
  const database = new Database(file)
  // Other commands may use the same file. A loss of power may cost the file, which the seals then show.
  database.exec('PRAGMA busy_timeout = 10000; PRAGMA synchronous = OFF')
  for (const kind of kinds) {
    database.exec(`CREATE TABLE IF NOT EXISTS ${kind} (key TEXT PRIMARY KEY, result TEXT NOT NULL, seal TEXT NOT NULL)`)
  }
  const statements = (sql: (kind: Kind) => string) =>
    Object.fromEntries(kinds.map((kind) => [kind, database.prepare(sql(kind))])) as Record<Kind, Database.Statement>
  const find = statements(
    (kind) => `SELECT key, result, seal FROM ${kind} WHERE key IN (SELECT value FROM json_each(?))`,
  )
  for (const kind of kinds) find[kind].raw()
  return {
    find,
    insert: statements((kind) => `INSERT OR REPLACE INTO ${kind} VALUES (?, ?, ?)`),
    exec: (sql: string) => database.exec(sql),
    close: () => database.close(),
    dropUnused(kind: Kind, used: Map<string, unknown>) {
      const kept = database.prepare(`SELECT key, octet_length(result) FROM ${kind}`).raw().all() as [string, number][]
      const unused = kept.filter(([key]) => !used.has(key))
      const length = unused.reduce((sum, [, length]) => sum + length, 0)
      if (unused.length <= spare && length <= spareLength) return
      const drop = database.prepare(`DELETE FROM ${kind} WHERE key = ?`)
      database.exec('BEGIN IMMEDIATE')
      for (const [key] of unused) drop.run(key)
      database.exec('COMMIT')
    },
  }
}
