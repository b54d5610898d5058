import { isBusy, isDamage, type Kind, type Opened, open, openAnew } from './build-cache-database'
import { hashOf } from './rules-key'

/**
 * Results of earlier runs, found by what they were made of and never by when. They are anything that JSON can hold, and are
 * not to be changed: a process that stays gives the same ones again.
 */
export type BuildCache = {
  get: <Result>(kind: Kind, key: string) => Result | undefined
  /** The results that there are for many keys, by key: asking for one after the other takes three times as long. */
  getAll: <Result>(kind: Kind, keys: string[]) => Map<string, Result>
  keep: (kind: Kind, key: string, result: unknown) => void
  /** Writes what is not written yet. Of the kinds that were used, what no run uses any more goes when there is much of it. */
  close: () => void
}

/** Results by their keys; nothing where it is not remembered what they were. */
type Results = Map<string, unknown>

/** In a process that stays, what the last run used, so that it is neither read nor proved again; bodies would take much memory. */
let remembered: Map<Kind, Results> | undefined

/** In how many runs of such a process each kind was used. */
const runs = new Map<Kind, number>()

/** A body is kept as the text that goes into its file. */
const toText = (kind: Kind, result: unknown) => (kind === 'bodies' ? String(result) : JSON.stringify(result))
const fromText = (kind: Kind, text: string): unknown => (kind === 'bodies' ? text : JSON.parse(text))

/** From now on runs of this process remember what the run before used. */
export function rememberResults(): void {
  remembered ??= new Map()
}

/** How many characters of results wait in memory. */
const batchLength = 8_000_000

/** Opens the results of earlier runs; other commands that write are waited for `busyTimeoutMs` at most. A file that is damaged or no database is thrown away, at whatever moment it shows. */
export function openBuildCache(busyTimeoutMs = 10_000): BuildCache {
  let database = open(busyTimeoutMs)
  let waiting = new Map<Kind, Map<string, string>>()
  let waitingLength = 0
  const used = new Map<Kind, Results>()

  function attempt<T>(work: (database: Opened) => T): T | undefined {
    try {
      return database && work(database)
    } catch (error) {
      // Another command writes for a long time: this one goes on without.
      if (isBusy(error)) return undefined
      if (!isDamage(error)) throw error
      database?.close()
      database = openAnew(busyTimeoutMs)
      return undefined
    }
  }

  function resultsOf(kind: Kind): Results {
    const results = used.get(kind) ?? new Map()
    used.set(kind, results)
    return results
  }

  const toUsed = (kind: Kind, result: unknown) => (remembered && kind !== 'bodies' ? result : undefined)

  function getAll<Result>(kind: Kind, keys: string[]): Map<string, Result> {
    const [inUse, earlier, unwritten] = [resultsOf(kind), remembered?.get(kind), waiting.get(kind)]
    const results: Results = new Map()
    const missing: string[] = []
    for (const key of keys) {
      const written = unwritten?.get(key)
      const result =
        inUse.get(key) ?? earlier?.get(key) ?? (written === undefined ? undefined : fromText(kind, written))
      if (result === undefined) missing.push(key)
      else results.set(key, result)
    }
    for (const [key, result] of findAll(kind, missing)) results.set(key, fromText(kind, result))
    for (const key of keys) inUse.set(key, toUsed(kind, results.get(key)))
    return results as Map<string, Result>
  }

  /** The results in the file that are sound. */
  function findAll(kind: Kind, keys: string[]): [string, string][] {
    if (keys.length === 0) return []
    const rows = attempt(({ find }) => find[kind].all(JSON.stringify(keys)) as [string, string, string][]) ?? []
    return rows.flatMap(([key, result, seal]) => (seal === hashOf(kind, key, result) ? [[key, result]] : []))
  }

  /** Writes what waits, all at once, so that no other command waits for this one while it works. */
  function write(): void {
    attempt(({ insert, allAtOnce }) => {
      allAtOnce(() => {
        for (const [kind, results] of waiting) {
          for (const [key, result] of results) insert[kind].run(key, result, hashOf(kind, key, result))
        }
      })
      waiting = new Map()
      waitingLength = 0
    })
  }

  return {
    get: <Result>(kind: Kind, key: string) => getAll<Result>(kind, [key]).get(key),
    getAll,
    keep(kind, key, result) {
      resultsOf(kind).set(key, toUsed(kind, result))
      const text = toText(kind, result)
      const results = waiting.get(kind) ?? new Map<string, string>()
      waiting.set(kind, results.set(key, text))
      waitingLength += text.length
      if (waitingLength >= batchLength) write()
    },
    close() {
      if (waiting.size > 0) write()
      attempt((database) => {
        for (const [kind, results] of used) {
          const run = runs.get(kind) ?? 0
          runs.set(kind, run + 1)
          // A process that stays looks from time to time.
          if (kind !== 'bodies' && (!remembered || run % 20 === 0)) database.dropUnused(kind, results)
        }
      })
      database?.close()
      for (const [kind, results] of used) if (kind !== 'bodies') remembered?.set(kind, results)
    },
  }
}
