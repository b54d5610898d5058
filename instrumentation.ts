import { readEnvironment } from '#lib/env'

/** Refuses to start in a wrong environment, before any request. */
export function register(): void {
  readEnvironment()
}
