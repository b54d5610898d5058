import { resolve } from 'node:path'
import { readIndex } from '../content'
import { readEnvironment } from '../env'
import { oncePerProcess } from '../once-per-process'
import { openRedisReadStore } from '../stores/redis-read-store'
import { openSqliteReadStore } from '../stores/sqlite-read-store'
import { ReadCounter } from './read-counter'

/** This server's counter of reads: over Redis when there is a REDIS_URL, else over a file in DATA_DIR. */
export const getReadCounter = (): ReadCounter =>
  oncePerProcess('read-counter', () => {
    const { REDIS_URL, DATA_DIR } = readEnvironment()
    const open = () => (REDIS_URL ? openRedisReadStore(REDIS_URL) : openSqliteReadStore(resolve(DATA_DIR, 'reads.db')))
    return new ReadCounter(open, readIndex().publication.timeZone)
  })

/** Lets the counter do what is due once a second, for as long as the server runs. */
export function startCountingReads(): void {
  const tick = () => getReadCounter().tick(new Date())
  tick()
  setInterval(tick, 1000).unref()
}
