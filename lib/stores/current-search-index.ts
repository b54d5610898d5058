import { statSync } from 'node:fs'
import { openSearchIndex, type SearchIndex } from './search-index'

/** How many searches are under way at once, and how many wait for their turn. */
const [maxAtOnce, maxWaiting] = [2, 20]

/** So many searches wait that another one would wait too long. */
export class SearchIsBusy extends Error {}

type Opened = { index: SearchIndex; version: string }

/** Opened indexes that no search uses. */
const idle: Opened[] = []
const waiting: (() => void)[] = []
let atWork = 0
let lastOpened: string | undefined

/**
 * Lends the search index in a file to one search, which has it for itself until it ends. Rejects when the file is missing
 * or no index, and with `SearchIsBusy`.
 */
export async function withSearchIndex<T>(file: string, work: (index: SearchIndex) => Promise<T>): Promise<T> {
  if (atWork >= maxAtOnce) {
    if (waiting.length >= maxWaiting) throw new SearchIsBusy('Too many searches wait')
    await new Promise<void>((done) => waiting.push(done))
  }
  atWork++
  try {
    const opened = await take(file)
    const result = await work(opened.index).catch((error) => {
      opened.index.close()
      throw error
    })
    idle.push(opened)
    return result
  } finally {
    atWork--
    waiting.shift()?.()
  }
}

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
  for (let opened = idle.pop(); opened; opened = idle.pop()) {
    if (opened.version === version) return opened
    opened.index.close()
  }
  return open(file)
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
