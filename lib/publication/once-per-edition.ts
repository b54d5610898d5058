import { getEdition } from './articles'
import type { Edition } from './edition'

/** Gives something that is made once per edition; `isMade` tells whether it is there already. */
export type OncePerEdition<Key, Made> = ((key: Key, now: Date) => Made) & { isMade: (key: Key, now: Date) => boolean }

/** Makes something for each edition once, when it is first asked for; the next edition forgets it. */
export function keepForEdition<Key, Made>(make: (key: Key, now: Date) => Made): OncePerEdition<Key, Made> {
  const kept = new WeakMap<Edition, Map<Key, Made>>()
  const keptOf = (now: Date) => {
    const edition = getEdition(now)
    const byKey = kept.get(edition) ?? new Map<Key, Made>()
    kept.set(edition, byKey)
    return byKey
  }
  const get = (key: Key, now: Date) => {
    const byKey = keptOf(now)
    const known = byKey.get(key)
    if (known !== undefined) return known
    const made = make(key, now)
    byKey.set(key, made)
    return made
  }
  return Object.assign(get, { isMade: (key: Key, now: Date) => keptOf(now).has(key) })
}
