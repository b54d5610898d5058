import { AsyncLocalStorage } from 'node:async_hooks'
import { Unavailable } from './unavailable'

/** Who a request is answered for: one client, and the network that it is in. */
export type Client = { name: string; network: string }

const asking = new AsyncLocalStorage<() => Client>()

/** Answers a request for a client: what must wait for its turn below goes by whom it is for, and only then asks. */
export const answerFor = <T>(toClient: () => Client, answer: () => T): T => asking.run(toClient, answer)

/** So many wait for their turn that another one would wait too long. */
export class TooManyWait extends Unavailable {}

type Go = () => void

/** The first of what waits under its names, which goes to the end of its own level. */
function takeFirst(networks: Map<string, Map<string, Go[]>>): Go | undefined {
  const [[network, clients] = []] = networks
  const [[name, queue] = []] = clients ?? []
  if (network === undefined || name === undefined) return undefined
  const go = queue?.shift()
  networks.delete(network)
  clients?.delete(name)
  if (clients && queue?.length) clients.set(name, queue)
  if (clients?.size) networks.set(network, clients)
  return go
}

/**
 * Lets work be done a few at a time; in between, the process does what else there is to do. Others wait in the order in
 * which they came: `maxWaiting` of each client at most, four times as many of a network. Networks take turns, and in each
 * its clients, so that nobody waits for all that somebody else wants. Rejects with `TooManyWait`, and with what the work
 * rejects with. Where no request is answered for anybody, all are one client.
 */
export function makeTurns(maxAtOnce: number, maxWaiting: number) {
  const networks = new Map<string, Map<string, Go[]>>()
  let atWork = 0

  /** Hands the turn over, so that nobody who comes now gets between. */
  function handOver(): void {
    const go = takeFirst(networks)
    if (go) go()
    else atWork--
  }

  function wait({ name, network }: Client): Promise<void> {
    const clients = networks.get(network) ?? new Map<string, Go[]>()
    const queue = clients.get(name) ?? []
    const ofNetwork = [...clients.values()].reduce((sum, { length }) => sum + length, 0)
    if (queue.length >= maxWaiting || ofNetwork >= 4 * maxWaiting) throw new TooManyWait('Too many wait')
    networks.set(network, clients.set(name, queue))
    return new Promise((go) => queue.push(go))
  }

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (atWork < maxAtOnce) atWork++
    else await wait(asking.getStore()?.() ?? { name: '', network: '' })
    try {
      return await work()
    } finally {
      setImmediate(handOver)
    }
  }
}
