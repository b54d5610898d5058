import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { readEnvironment } from '#lib/runtime/env'
import { readIndex } from '#lib/snapshot/load'
import { type Counter, ReadCounter } from './read-counter'
import { openSqliteReadStore } from './sqlite-read-store'

let counter: Counter | undefined
let isTicking = false

/** This process's counter of reads: over Redis when there is a REDIS_URL, else over a file in DATA_DIR. */
export function getReadCounter(): Counter {
  counter ??= openReadCounter()
  return counter
}

/** Lets another process count, which owns the store. */
export function setReadCounter(other: Counter): void {
  counter = other
  isTicking = true
}

function openReadCounter(): ReadCounter {
  const { REDIS_URL, DATA_DIR } = readEnvironment()
  const open = async () => {
    if (!REDIS_URL) return openSqliteReadStore(resolve(DATA_DIR, 'reads.db'))
    const { openRedisReadStore } = await import('./redis-read-store')
    return openRedisReadStore(REDIS_URL)
  }
  return new ReadCounter(open, readIndex().publication.timeZone)
}

/** For how many milliseconds a server that starts waits for its store: until then reads are answered and not counted. */
const maxStartMs = 3000

/**
 * Lets the counter do what is due once a second, for as long as the server runs. Resolves when it can take reads, or its
 * store is away.
 */
export async function startCountingReads(): Promise<void> {
  isTicking = true
  await Promise.race([getReadCounter().tick(new Date()), setTimeout(maxStartMs)])
  setInterval(() => getReadCounter().tick(new Date()), 1000).unref()
}

/** For how many milliseconds a count that is due is waited for; a store that is away is not. */
const maxWaitMs = 500

/** Counts the reads of the window if that is due. */
export async function countIfDue(now: Date): Promise<void> {
  await Promise.race([getReadCounter().tick(now), setTimeout(maxWaitMs)])
}

/**
 * For pages that show the hot list, where no server counts once a second: in development and on Vercel. A build counts
 * nothing.
 */
export async function refreshCountedReads(now: Date): Promise<void> {
  if (!isTicking && process.env.DATELINE_PHASE !== 'build') await countIfDue(now)
}
