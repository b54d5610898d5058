import { z } from 'zod'
import { isTimeZone } from '#lib/dates'
import { eachOnce, language, reference, text } from './fields'

export const publicationRule = z.strictObject({
  name: text,
  tagline: text,
  language,
  timeZone: z.string().refine(isTimeZone, 'is not an IANA time zone, such as "Asia/Seoul"'),
  publisher: text,
  topics: eachOnce(reference('topic')),
})
