import type { Article } from '#lib/types'

/** A story for tests. A test passes only the fields that it is about. */
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
