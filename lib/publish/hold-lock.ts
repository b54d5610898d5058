import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

/**
 * Locks a folder for this process, and waits while another process holds the lock. It is SQLite's lock on a file, which the
 * system releases when a process is killed, so it can never be left behind.
 */
export async function holdLock(folder: string): Promise<{ release: () => void }> {
  mkdirSync(folder, { recursive: true })
  const database = new Database(join(folder, 'lock.db'))
  let isTold = false
  while (!isLocked(database)) {
    if (!isTold) console.log(`Another command is at work in ${folder}. Waiting for it.`)
    isTold = true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { release: () => database.close() }
}

function isLocked(database: Database.Database): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
    return false
  }
}
