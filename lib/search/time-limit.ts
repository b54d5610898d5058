import { isInterrupt, type SearchIndex } from './search-index'

/** Asks questions of an index until time is up; then the one under way is stopped, and later ones are not asked. */
export type TimeLimit = {
  /** The answer; undefined when time is up before it is there. */
  ask<T>(question: () => Promise<T>): Promise<T | undefined>
  end(): void
}

/** Starts to count `maxMs` milliseconds. Who starts it ends it. */
export function startTimeLimit(index: SearchIndex, maxMs: number): TimeLimit {
  let isOver = maxMs <= 0
  // Once more and again: a question that was about to begin is not stopped by the first.
  const timer = setInterval(() => {
    isOver = true
    index.interrupt()
  }, maxMs)
  return {
    async ask(question) {
      if (isOver) return undefined
      try {
        return await question()
      } catch (error) {
        if (!isInterrupt(error)) throw error
        return undefined
      }
    },
    end: () => clearInterval(timer),
  }
}
