import type { Snapshot } from '#lib/snapshot/load'
import type { Index } from '#lib/types'

/** An index for tests: only what a test is about needs to be said. */
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

/** The snapshot that an index is of, always the same. */
export function snapshotOf(index: Index): Snapshot {
  const known = snapshots.get(index) ?? { index, id: 'test', since: '2024-11-01T00:00:00Z', folder: '' }
  snapshots.set(index, known)
  return known
}
