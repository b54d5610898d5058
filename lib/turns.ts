/** So many wait for their turn that another one would wait too long. */
export class TooManyWait extends Error {}

/**
 * Lets work be done a few at a time: others wait for their turn in the order in which they came, `maxWaiting` at most.
 * Rejects with `TooManyWait`, and with what the work rejects with.
 */
export function makeTurns(maxAtOnce: number, maxWaiting = Number.POSITIVE_INFINITY) {
  const waiting: (() => void)[] = []
  let atWork = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (atWork < maxAtOnce) atWork++
    else if (waiting.length >= maxWaiting) throw new TooManyWait('Too many wait')
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await work()
    } finally {
      // The turn is handed over, so that nobody who comes now gets between.
      const next = waiting.shift()
      if (next) next()
      else atWork--
    }
  }
}
