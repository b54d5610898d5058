/**
 * A read on its way into the store. It says nothing of who read: `reader` is a keyed hash of address prefix, user
 * agent and story, and `limits` are keyed hashes of what the reader shares with others, with the most reads a day that
 * may come from there.
 */
export type Read = {
  /** The story's lasting id. */
  story: string
  /** Hours since 1970. */
  hour: number
  /** The day of the salt that the hashes were made with, `yyyy-mm-dd`. */
  day: string
  reader: string
  limits: { of: string; most: number }[]
}

/** Where reads are counted. Every method fails when the store is away, and works again when it is back. */
export type ReadStore = {
  /** The salt of a day: random, the same for all servers on the store, never written to a file, and gone when the day ends. */
  getSalt(day: string, ends: Date): Promise<string>
  /**
   * Counts those reads whose reader is new to the story that day and within all limits. After a failure the same reads
   * may be added again: none counts twice, and none is lost.
   */
  add(reads: readonly Read[]): Promise<void>
  /** The reads of an hour by story. */
  readsIn(hour: number): Promise<Map<string, number>>
  close(): Promise<void>
}

/** How many readers of stories a store knows at least before it forgets the oldest or counts no more that day. */
export const maxReaders = 1 << 20
