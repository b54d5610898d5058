import { oncePerProcess } from './once-per-process'

/** The reads of the window as they were last counted, hour by hour, by the lasting ids of stories. */
export type CountedReads = { reads: ReadonlyMap<number, ReadonlyMap<string, number>>; countedAt: Date }

const shared = oncePerProcess('counted-reads', () => ({ latest: undefined as CountedReads | undefined }))
const none: CountedReads['reads'] = new Map()

/** What the counter of this server last found; no reads until it has found any, as in a build. */
export const getCountedReads = (now: Date): CountedReads => shared.latest ?? { reads: none, countedAt: now }

export function setCountedReads(counted: CountedReads): void {
  shared.latest = counted
}
