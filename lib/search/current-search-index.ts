import { statSync } from 'node:fs'
import { makeTurns } from '#lib/runtime/turns'
import { openSearchIndex, type SearchIndex } from './search-index'

/** Two searches are under way at once, and sixty of a client wait: as many as its limit lets through at once. */
const inTurn = makeTurns(2, 60)

type Opened = { index: SearchIndex; version: string }

/** Opened indexes that no search uses. */
let idle: Opened[] = []
let lastOpened: string | undefined

/**
 * Gives the search index in a file to one search, which has it for itself until it ends. Rejects when the file is missing
 * or no index, and with `TooManyWait`.
 */
export const withSearchIndex = <T>(file: string, work: (index: SearchIndex) => Promise<T>): Promise<T> =>
  inTurn(async () => {
    const opened = await take(file)
    try {
      const result = await work(opened.index)
      idle.push(opened)
      return result
    } catch (error) {
      opened.index.close()
      throw error
    }
  })

/** Is there an index in a file? Waits for no search. */
export async function hasSearchIndex(file: string): Promise<boolean> {
  try {
    if (toVersion(file) !== lastOpened) (await open(file)).index.close()
    return true
  } catch {
    return false
  }
}

/** An idle index of what the file holds now, or one opened anew; idle ones of an earlier file are closed. */
async function take(file: string): Promise<Opened> {
  const version = toVersion(file)
  for (const opened of idle) if (opened.version !== version) opened.index.close()
  idle = idle.filter((opened) => opened.version === version)
  return idle.pop() ?? open(file)
}

async function open(file: string): Promise<Opened> {
  const version = toVersion(file)
  const index = await openSearchIndex(file)
  lastOpened = version
  return { index, version }
}

/** Names the file that stands under a path now. Throws where there is none. */
function toVersion(file: string): string {
  const { ino, mtimeMs } = statSync(file)
  return `${file} ${ino} ${mtimeMs}`
}
