import { z } from 'zod'
import { isTimeZone } from '#lib/rules/dates'
import { eachOnce, label, language, reference } from './fields'

export const publicationRule = z.strictObject({
  name: label,
  tagline: label,
  language,
  timeZone: z.string().refine(isTimeZone, 'is not an IANA time zone, such as "Asia/Seoul"'),
  publisher: label,
  topics: eachOnce(reference('topic')),
})
