import type { Index } from './types'

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
