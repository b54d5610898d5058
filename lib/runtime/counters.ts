/** What this server has done since it began; to count it costs next to nothing. `/api/metrics` tells it. */
export const counters = {
  /** Pages that the renderer made. */
  pagesRendered: 0,
  /** Pages that went out as they were in memory. */
  pagesFromMemory: 0,
  /** Reads that were taken in; the store may still find that a reader was counted before. */
  readsTaken: 0,
  /** Times that the store of reads failed. */
  storeFailures: 0,
  /** Requests that ended in an error of the site's own. */
  errors: 0,
}
