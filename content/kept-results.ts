import { isBusy, isDamage, type Kind, type Opened, open, openAnew } from './kept-database'
import { hashOf } from './rules-key'

/** Results of earlier runs, found by what they were made of and never by when. */
export type KeptResults = {
  get: (kind: Kind, key: string) => string | undefined
  /** The results that there are for many keys, by key: asking for one after the other takes three times as long. */
  getAll: (kind: Kind, keys: string[]) => Map<string, string>
  keep: (kind: Kind, key: string, result: string) => void
  /** Writes what is not written yet. Of the kinds that were used, what no run uses any more goes when there is much of it. */
  close: () => void
}

/** In a process that stays, what the last run used, so that it is neither read nor proved again; bodies would take much memory. */
let remembered: Map<Kind, Map<string, string | undefined>> | undefined

let closes = 0

/** From now on runs of this process remember what the run before used. */
export function rememberResults(): void {
  remembered ??= new Map()
}

/** How many characters of results wait in memory. */
const batchLength = 8_000_000

/** Opens the results of earlier runs. A file that is damaged or no database is thrown away, at whatever moment it shows. */
export function openKeptResults(): KeptResults {
  let database = open()
  let waiting = new Map<Kind, Map<string, string>>()
  let waitingLength = 0
  const used = new Map<Kind, Map<string, string | undefined>>()

  function attempt<T>(work: (database: Opened) => T): T | undefined {
    try {
      return database && work(database)
    } catch (error) {
      // Another command writes for a long time: this one goes on without.
      if (isBusy(error)) return undefined
      if (!isDamage(error)) throw error
      database?.close()
      database = openAnew()
      return undefined
    }
  }

  function use(kind: Kind, key: string, result: string | undefined): void {
    const results = used.get(kind) ?? new Map<string, string | undefined>()
    used.set(kind, results.set(key, remembered && kind !== 'bodies' ? result : undefined))
  }

  function getAll(kind: Kind, keys: string[]): Map<string, string> {
    const here = (key: string) => waiting.get(kind)?.get(key) ?? remembered?.get(kind)?.get(key)
    const results = findAll(
      kind,
      keys.filter((key) => here(key) === undefined),
    )
    for (const key of keys) {
      const result = here(key) ?? results.get(key)
      if (result !== undefined) results.set(key, result)
      use(kind, key, result)
    }
    return results
  }

  /** The results in the file that are sound. */
  function findAll(kind: Kind, keys: string[]): Map<string, string> {
    if (keys.length === 0) return new Map()
    const rows = attempt(({ find }) => find[kind].all(JSON.stringify(keys)) as [string, string, string][]) ?? []
    const sound = rows.filter(([key, result, seal]) => seal === hashOf(kind, key, result))
    return new Map(sound.map(([key, result]) => [key, result]))
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
    get: (kind, key) => getAll(kind, [key]).get(key),
    getAll,
    keep(kind, key, result) {
      use(kind, key, result)
      const results = waiting.get(kind) ?? new Map<string, string>()
      waiting.set(kind, results.set(key, result))
      waitingLength += result.length
      if (waitingLength >= batchLength) write()
    },
    close() {
      if (waiting.size > 0) write()
      // A process that stays looks from time to time.
      if (!remembered || closes++ % 20 === 0) {
        attempt((database) => {
          for (const [kind, results] of used) if (kind !== 'bodies') database.dropUnused(kind, results)
        })
      }
      database?.close()
      for (const [kind, results] of used) if (kind !== 'bodies') remembered?.set(kind, results)
    },
  }
}
