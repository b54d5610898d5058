import { createContext, Script } from 'node:vm'

const sandbox: { work: () => unknown } = { work: () => undefined }
const context = createContext(sandbox)
const call = new Script('work()')

/**
 * Does work that may take long with some input, and ends it after so many milliseconds of a processor's time: Node's `vm`
 * can stop what runs in a script, whatever it is doing. Where other programs took the processor meanwhile, the work is
 * done again with more time, so that it must change nothing. Throws `TooSlow`, and what the work throws.
 */
export function withinTime<T>(work: () => T, maxMs: number): T {
  sandbox.work = work
  for (const timeout of [maxMs, 4 * maxMs, 16 * maxMs]) {
    const begun = process.cpuUsage()
    const usedMs = () => {
      const { user, system } = process.cpuUsage(begun)
      return (user + system) / 1000
    }
    try {
      const result = call.runInContext(context, { timeout }) as T
      // More time by the clock is no more time of the processor.
      if (timeout > maxMs && usedMs() >= maxMs) break
      return result
    } catch (error) {
      if ((error as { code?: string } | undefined)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
      if (usedMs() >= 0.9 * maxMs) break
    }
  }
  throw new TooSlow()
}

class TooSlow extends Error {}

/** What kept a file from being read to its end, in words for a reporter; nothing for errors of other kinds. */
export function toReadingError(error: unknown): string | undefined {
  if (error instanceof TooSlow) {
    return 'takes more than a second to read. Look for text that was pasted from elsewhere, or split the file'
  }
  if (error instanceof RangeError && error.message.includes('call stack')) {
    return 'nests lists, tags or marks too deeply. Look for text that was pasted from elsewhere'
  }
  return undefined
}
