import { z } from 'zod'
import { day, label, language, listOf, webAddress } from './fields'

const role = z
  .strictObject({ title: label, institution: label, from: day, to: day.optional() })
  .refine(({ from, to }) => !to || from <= to, { path: ['to'], message: 'is before "from". Mend one of the two' })
  .meta({ title: 'Role' })

/** Somebody quoted. Both days of a role count as held; a role without `to` is still held. */
export const personRule = z.strictObject({
  name: label,
  nativeName: z.strictObject({ text: label, lang: language }).meta({ title: 'NativeName' }).optional(),
  roles: listOf(role).min(1),
  sameAs: listOf(webAddress).optional(),
})
