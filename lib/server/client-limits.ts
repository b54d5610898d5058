import { toHousehold } from './to-read'
import { makeTokenBuckets } from './token-bucket'

/** How often one client may ask for what costs much, or guess a secret: so many times at once, and then so often a second. */
const buckets = {
  search: makeTokenBuckets({ burst: 60, perSecond: 2 }),
  preview: makeTokenBuckets({ burst: 20, perSecond: 0.5 }),
}

export type Limit = keyof typeof buckets

type Take = (limit: Limit, client: string, time: number) => number | Promise<number>

const takeHere: Take = (limit, client, time) => buckets[limit].take(toHousehold(client), time)

let take = takeHere

/**
 * Takes a token of a client, who is an IPv4 address or an IPv6 network of 64 bits. Says after how many seconds to come
 * again; 0 when the client may go on. `time` is in milliseconds.
 */
export const takeToken: Take = (...asked) => take(...asked)

/** Lets another process count, which counts for all. */
export function setTokenTaker(other: Take): void {
  take = other
}
