import type { Snapshot } from '#lib/snapshot/load'
import type { Index } from '#lib/types'

/** An index for tests. A test passes only the fields that it is about. */
export const makeIndex = (fields: Partial<Index> = {}): Index => ({
  publication: { name: 'T', tagline: 'T', language: 'en', timeZone: 'Asia/Seoul', publisher: 'T', topics: [] },
  articles: [],
  topics: [],
  authors: [],
  people: [],
  pages: [],
  photos: {},
  standingPhotos: [],
  standingPeople: [],
  ...fields,
})

const snapshots = new WeakMap<Index, Snapshot>()

/** The snapshot of such an index, always the same. */
export function snapshotOf(index: Index): Snapshot {
  const known = snapshots.get(index) ?? { index, id: 'test', since: '2024-11-01T00:00:00Z', folder: '' }
  snapshots.set(index, known)
  return known
}
