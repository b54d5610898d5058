import { getCountedReads, setCountedReads } from '#lib/publication/counted-reads'
import { toHour } from '#lib/publication/hot-this-week'
import { boundsOfDay, toDay } from '#lib/rules/dates'
import { counters } from '#lib/runtime/counters'
import { logError, logNotice } from '#lib/runtime/log'
import { type Reader, toRead } from './anonymize'
import { countWindow } from './count-window'
import type { Read, ReadStore } from './read-store'

/** How many reads wait for a store that is away; those that come after are not counted. */
const maxPending = 10_000

const minute = 60_000
const toMinute = (time: Date) => Math.floor(time.getTime() / minute)

/** What counts reads for a server. */
export type Counter = {
  /** Notes a read; while the store owes the salt of the day it is not counted. */
  take(story: string, reader: Reader, now: Date): void
  /** Does what is due: writes the reads that came in, and counts those of the window once a minute of the clock. */
  tick(now: Date): Promise<void>
  /** Whether the store failed when it was last asked. */
  readonly isAway: boolean
  /** Writes what came in until now and lets the store go. */
  close(now: Date): Promise<void>
}

/** Takes reads in at once and does what is slow in the background: salts, batches, and the count of the window. */
export class ReadCounter implements Counter {
  #store: ReadStore | undefined
  #salts = new Map<string, string>()
  #pending: Read[] = []
  #isAway = false
  /** When the store last answered: whatever came into it since must be read again. */
  #answeredAt: Date | undefined
  #running: Promise<void> | undefined
  readonly #open: () => ReadStore | Promise<ReadStore>
  readonly #zone: string

  /** `open` is tried again until it gives a store; days are those of the zone. */
  constructor(open: () => ReadStore | Promise<ReadStore>, zone: string) {
    this.#open = open
    this.#zone = zone
  }

  take(story: string, reader: Reader, now: Date): void {
    const day = toDay(now.toISOString(), this.#zone)
    const salt = this.#salts.get(day)
    if (!salt || this.#pending.length >= maxPending) return
    counters.readsTaken++
    this.#pending.push(toRead(story, reader, salt, day, toHour(now)))
  }

  tick(now: Date): Promise<void> {
    this.#running ??= this.#work(now).finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  get isAway(): boolean {
    return this.#isAway
  }

  async close(now: Date): Promise<void> {
    await this.#running
    await this.tick(now)
    await this.#store?.close()
  }

  async #work(now: Date): Promise<void> {
    const counted = getCountedReads()
    const isDue = !counted || toMinute(counted.countedAt) !== toMinute(now)
    try {
      this.#store ??= await this.#open()
      await this.#fetchSalts(this.#store, now)
      await this.#write(this.#store)
      if (isDue) {
        const last = counted && this.#answeredAt && { reads: counted.reads, countedAt: this.#answeredAt }
        setCountedReads({ reads: await countWindow(this.#store, now, last), countedAt: now })
      }
      this.#answeredAt = now
      if (this.#isAway) logNotice('Reads are counted again.')
      this.#isAway = false
    } catch (error) {
      counters.storeFailures++
      if (!this.#isAway) logError(`Reads are not counted for now: ${(error as Error).message}`)
      this.#isAway = true
      if (isDue) setCountedReads({ reads: counted?.reads ?? new Map(), countedAt: now })
    }
  }

  /** Today's salt, and tomorrow's a minute before it is needed. */
  async #fetchSalts(store: ReadStore, now: Date): Promise<void> {
    for (const time of [now, new Date(now.getTime() + minute)]) {
      const day = toDay(time.toISOString(), this.#zone)
      if (!this.#salts.has(day)) this.#salts.set(day, await store.getSalt(day, boundsOfDay(day, this.#zone)[1]))
      for (const known of this.#salts.keys()) if (known < day && time === now) this.#salts.delete(known)
    }
  }

  async #write(store: ReadStore): Promise<void> {
    const batch = this.#pending.slice()
    // Without reads, too: a store may find out that it is away.
    await store.add(batch)
    this.#pending.splice(0, batch.length)
  }
}
