import { counters } from '#lib/runtime/counters'
import { logError } from '#lib/runtime/log'

/** Logs and counts an error of a request, with the path of its address only. */
export function reportError(error: unknown, { method, path: address }: { method: string; path: string }): void {
  counters.errors++
  const [path] = address.split('?', 1)
  logError('error', { method, path, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}
