import { getEdition } from './articles'
import type { Edition } from './edition'

/** Makes something for each edition once, when it is first asked for; the next edition forgets it. */
export function keepForEdition<Key, Made>(make: (key: Key, now: Date) => Made): (key: Key, now: Date) => Made {
  const kept = new WeakMap<Edition, Map<Key, Made>>()
  return (key, now) => {
    const edition = getEdition(now)
    const byKey = kept.get(edition) ?? new Map<Key, Made>()
    kept.set(edition, byKey)
    const known = byKey.get(key)
    if (known !== undefined) return known
    const made = make(key, now)
    byKey.set(key, made)
    return made
  }
}
