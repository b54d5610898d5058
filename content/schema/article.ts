import { z } from 'zod'
import { eachOnce, label, listOf, photo, reference, slug, text, textUpTo, time } from './fields'

export const articleRule = z.strictObject({
  headline: textUpTo(120),
  dek: textUpTo(300),
  kicker: label.optional(),
  publishedAt: time,
  updatedAt: time.optional(),
  authors: eachOnce(reference('author')).min(1),
  topics: eachOnce(reference('topic')).min(1),
  place: label.optional(),
  photo: photo.optional(),
  status: z.enum(['draft', 'published']).optional(),
  formerSlugs: listOf(slug).optional(),
  follows: listOf(reference('article')).optional(),
  corrections: listOf(z.strictObject({ at: time, text }).meta({ title: 'Correction' })).optional(),
  withdrawn: z.strictObject({ at: time, reason: text }).meta({ title: 'Withdrawal' }).optional(),
})
