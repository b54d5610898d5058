import { setImmediate } from 'node:timers/promises'
import type { CountedReads, Reads } from '#lib/publication/counted-reads'
import { toHour, windowHours } from '#lib/publication/hot-this-week'
import type { ReadStore } from './read-store'

/** How many hours are asked for at once, as a store may be far away. */
const atOnce = 24

/** The longest time in milliseconds between two counts, unless the store was away or the clock jumped. */
const longestPause = 3_600_000

/**
 * The reads of the window: of all hours at first, and after the store was away for long or the clock jumped; else of the
 * present one and the one before, whose last reads may have come late. Throws what the store throws.
 */
export async function countWindow(store: ReadStore, now: Date, last: CountedReads | undefined): Promise<Reads> {
  const reads = new Map<number, ReadonlyMap<string, number>>()
  const pause = last ? +now - +last.countedAt : 0
  const known = last && pause >= 0 && pause < longestPause ? last.reads : new Map<number, never>()
  const owed: number[] = []
  for (let age = 0; age < windowHours; age++) {
    const hour = toHour(now) - age
    const counted = age > 1 ? known.get(hour) : undefined
    if (counted) reads.set(hour, counted)
    else owed.push(hour)
  }
  while (owed.length > 0) {
    await Promise.all(owed.splice(0, atOnce).map(async (hour) => reads.set(hour, await store.readsIn(hour))))
    await setImmediate()
  }
  return reads
}
