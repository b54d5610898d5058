import { logSoon } from '#lib/runtime/log'
import { getMetrics } from './metrics'
import type { AnsweredRequest } from './observe-requests'

/** Logs each request in a line and, where metrics are open, counts it. */
export function toRequestReporter(isMeasured: boolean): (answered: AnsweredRequest) => void {
  const metrics = isMeasured ? getMetrics() : undefined
  return (answered) => {
    const { method, path, status, seconds } = answered
    logSoon('request', { method, path, status, ms: Math.round(seconds * 1e4) / 10 })
    metrics?.count(answered)
  }
}
