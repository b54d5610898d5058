import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

/**
 * Waits until no other process works in a folder, and keeps others out until it is released. The lock is SQLite's on a
 * file, which the system takes back from a process that was killed, so that it can never be left behind.
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
