import { z } from 'zod'
import { day, language, text, webAddress } from './fields'

const role = z
  .strictObject({ title: text, institution: text, from: day, to: day.optional() })
  .refine(({ from, to }) => !to || from <= to, { path: ['to'], message: 'is before "from". Mend one of the two' })
  .meta({ title: 'Role' })

/** Somebody quoted. Both days of a role count as held; a role without `to` is still held. */
export const personRule = z.strictObject({
  name: text,
  nativeName: z.strictObject({ text, lang: language }).meta({ title: 'NativeName' }).optional(),
  roles: z.array(role).min(1),
  sameAs: z.array(webAddress).optional(),
})
