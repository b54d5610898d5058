import { logFault, logSoon } from '../log'
import { tally } from '../tally.mjs'
import { getMetrics } from './metrics'
import { watchRequests } from './watch-requests'

/** Logs every request in a line and, where metrics are open, counts it. */
export function reportRequests(isMeasured: boolean): void {
  const metrics = isMeasured ? getMetrics() : undefined
  watchRequests((answered) => {
    const { method, path, status, seconds } = answered
    logSoon('request', { method, path, status, ms: Math.round(seconds * 1e4) / 10 })
    metrics?.count(answered)
  })
}

/** The headers of requests whose fault is told; every request has an object of its own. */
const told = new WeakSet<object>()

type Faulty = { method: string; path: string; headers: object }

/** Logs and counts a fault that Next met on its way to an answer, once a request: Next tells of some at each of its stages. */
export function reportFault(error: unknown, { method, path: address, headers }: Faulty): void {
  if (told.has(headers)) return
  told.add(headers)
  tally.faults++
  const [path] = address.split('?', 1)
  logFault('fault', { method, path, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}
