import { type Allowance, makeTokenBuckets } from '#lib/http/token-bucket'
import { toClientPrefix, toNetwork } from '#lib/reads/anonymize'

/**
 * What one client may use of what costs much, or to guess a secret. A search takes tokens for milliseconds of work: for
 * fifty in advance, and for the rest when it has taken longer. A picture as it was handed in takes tokens for kilobytes: no
 * page shows one, and to read one of 20 MB costs as much as ten pages, whether its client takes it or not.
 */
const limits = {
  search: { ...makeLimit({ burst: 3000, perSecond: 100 }), each: 50 },
  preview: { ...makeLimit({ burst: 20, perSecond: 0.5 }), each: 1 },
  original: { ...makeLimit({ burst: 200_000, perSecond: 10_000 }), each: 16 },
}

/** A network has what four of its clients have. */
function makeLimit({ burst, perSecond }: Allowance) {
  const clients = makeTokenBuckets({ burst, perSecond })
  const networks = makeTokenBuckets({ burst: 4 * burst, perSecond: 4 * perSecond })
  return {
    take(client: string, time: number, count: number): number {
      const wait = clients.take(toClientPrefix(client), time, count)
      return wait > 0 ? wait : networks.take(toNetwork(client), time, count)
    },
    charge(client: string, time: number, count: number): void {
      networks.charge(toNetwork(client), time, count)
      clients.charge(toClientPrefix(client), time, count)
    },
  }
}

export type Limit = keyof typeof limits

/** Counts what clients use; `time` is in milliseconds. */
type ClientLimits = {
  /** Takes the tokens of a request, or more of them where it is known how many it uses. Says after how many seconds to come again; 0 when the client may go on. */
  take(limit: Limit, client: string, time: number, count?: number): number | Promise<number>
  /** Takes tokens for what a request has used, the tokens that were taken for it counted in. */
  charge(limit: Limit, client: string, time: number, used: number): void
}

const here: ClientLimits = {
  take: (limit, client, time, count = 0) => limits[limit].take(client, time, Math.max(count, limits[limit].each)),
  charge(limit, client, time, used) {
    const more = used - limits[limit].each
    if (more > 0) limits[limit].charge(client, time, more)
  },
}

let current = here

/** The limits of clients, who are IPv4 addresses or IPv6 networks of 64 bits, and of the networks they are in. */
export const getClientLimits = (): ClientLimits => current

/** Lets another process count, which counts for all. */
export function setClientLimits(other: ClientLimits): void {
  current = other
}
