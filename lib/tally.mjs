import { oncePerProcess } from './once-per-process.mjs'

/** What this server has done since it began; to count it costs next to nothing. `/api/metrics` tells it. */
export const tally = oncePerProcess('tally', () => ({
  /** Pages that Next made and the press took. */
  pagesPrinted: 0,
  /** Printed pages that the newsstand handed out. */
  pagesHandedOut: 0,
  /** Reads that were taken in; the store may still find that a reader was counted before. */
  readsTaken: 0,
  /** Times that the store of reads failed. */
  storeFailures: 0,
  /** Requests that ended in a fault of the site's own. */
  faults: 0,
}))
