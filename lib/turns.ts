import { Unavailable } from './unavailable'

/** So many wait for their turn that another one would wait too long. */
export class TooManyWait extends Unavailable {}

/**
 * Lets work be done a few at a time; in between, the process does what else there is to do. Others wait: `maxWaiting` of
 * each client at most, in the order in which they came, and the clients take turns, so that nobody waits for all that
 * somebody else wants. Rejects with `TooManyWait`, and with what the work rejects with.
 */
export function makeTurns(maxAtOnce: number, maxWaiting: number) {
  const queues = new Map<string, (() => void)[]>()
  let atWork = 0

  /** Hands the turn over, so that nobody who comes now gets between. */
  function handOver(): void {
    const [entry] = queues
    if (!entry) return void atWork--
    const [client, queue] = entry
    const go = queue.shift()
    queues.delete(client)
    if (queue.length > 0) queues.set(client, queue)
    go?.()
  }

  return async <T>(client: string, work: () => Promise<T>): Promise<T> => {
    if (atWork < maxAtOnce) atWork++
    else {
      const queue = queues.get(client) ?? []
      if (queue.length >= maxWaiting) throw new TooManyWait('Too many wait')
      queues.set(client, queue)
      await new Promise<void>((go) => queue.push(go))
    }
    try {
      return await work()
    } finally {
      setImmediate(handOver)
    }
  }
}
