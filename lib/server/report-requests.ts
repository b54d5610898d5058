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

/** Logs and counts a fault that Next met on its way to an answer. */
export function reportFault(error: unknown, method: string, address: string): void {
  tally.faults++
  const [path] = address.split('?', 1)
  logFault('fault', { method, path, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}
