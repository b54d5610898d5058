import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'libsql'
import { logError } from '#lib/runtime/log'

/** For how many milliseconds a file that another process writes is waited for; the server stands still meanwhile. */
const patience = 20

/**
 * Opens an SQLite file that several processes may write, and brings its schema up to date: `migrations[n]` leads from
 * version n (`user_version`) to n + 1. A file that SQLite cannot read is kept aside under another name and begun anew.
 * Throws when the file cannot be opened, or is of a version that only a newer Dateline knows.
 */
export function openDatabase(file: string, migrations: readonly string[]): Database.Database {
  mkdirSync(dirname(file), { recursive: true })
  try {
    return openAndMigrate(file, migrations)
  } catch (error) {
    if (!isUnreadable(error)) throw error
    const aside = `${file}.unreadable-${Date.now()}`
    renameSync(file, aside)
    for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true })
    logError(`${file} cannot be read (${(error as Error).message}). It is kept as ${aside}, and a new one begun.`)
    return openAndMigrate(file, migrations)
  }
}

function openAndMigrate(file: string, migrations: readonly string[]): Database.Database {
  const database = new Database(file, { timeout: patience })
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = NORMAL')
  const migrate = database.transaction(() => {
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
    if (version > migrations.length)
      throw new Error(`${file} is of version ${version}; this Dateline knows versions up to ${migrations.length}`)
    for (const statement of migrations.slice(version)) database.exec(statement)
    database.exec(`PRAGMA user_version = ${migrations.length}`)
  })
  migrate.immediate()
  return database
}

function isUnreadable(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? ''
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')
}
