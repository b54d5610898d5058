import type { Article } from '#lib/types'

/** A story for tests: only what a test is about needs to be said. */
export const makeArticle = (fields: Partial<Article> & { slug: string }): Article => ({
  headline: fields.slug,
  dek: 'A story for tests.',
  publishedAt: '2024-11-22T00:00:00Z',
  authors: ['desk'],
  topics: ['news'],
  id: fields.slug,
  people: [],
  timesQuoted: [],
  photos: [],
  ...fields,
})
