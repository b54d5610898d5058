/** For each hour (counted since 1970) the reads of stories by their lasting ids. */
export type Reads = ReadonlyMap<number, ReadonlyMap<string, number>>

/** The reads of the window as they were last counted. */
export type CountedReads = { reads: Reads; countedAt: Date }

let latest: CountedReads | undefined

/** What the counter of this server last found; undefined until it has found anything, as in a build. */
export const getCountedReads = (): CountedReads | undefined => latest

export function setCountedReads(counted: CountedReads): void {
  latest = counted
}
