import { z } from 'zod'
import { photo, reference, slug, text, textUpTo, time } from './fields'

export const articleRule = z.strictObject({
  headline: textUpTo(120),
  dek: textUpTo(300),
  kicker: text.optional(),
  publishedAt: time,
  updatedAt: time.optional(),
  authors: z.array(reference('author')).min(1),
  topics: z.array(reference('topic')).min(1),
  place: text.optional(),
  photo: photo.optional(),
  status: z.enum(['draft', 'published']).optional(),
  formerSlugs: z.array(slug).optional(),
  follows: z.array(reference('article')).optional(),
  corrections: z.array(z.strictObject({ at: time, text }).meta({ title: 'Correction' })).optional(),
  withdrawn: z.strictObject({ at: time, reason: text }).meta({ title: 'Withdrawal' }).optional(),
})
