import { z } from 'zod'
import { isCalendarDay, isZonedTime } from '#lib/rules/dates'
import { isSlug } from '#lib/rules/links'

/** Text that says something, of at most `max` characters, counted as a reader counts them: by code point. */
export const textUpTo = (max: number) =>
  z
    .string()
    .refine((value) => value.trim() !== '', 'is empty. Write some text')
    .refine((value) => [...value].length <= max, {
      error: ({ input }) => `has ${[...String(input)].length} characters. Shorten it to at most ${max}`,
    })

/** A name, a title or a label. */
export const label = textUpTo(200)

/** A sentence or a few. */
export const text = textUpTo(2000)

/** A list of at most 200 items. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.array(item).max(200, 'has too many items. 200 are the most')

/** A moment: ISO 8601 with a zone, and one that exists. */
export const time = z
  .string()
  .refine(isZonedTime, 'is not an existing ISO 8601 time with a zone, such as "2024-11-22T09:30:00+09:00"')
  .meta({ contentlayer: 'date' })

/** A calendar day that exists: `2024-11-22`. */
export const day = z.string().refine(isCalendarDay, 'is not an existing day of the form "2024-11-22"')

export const slug = z
  .string()
  .refine(isSlug, 'is not a slug: lower-case letters or digits joined by single hyphens, at most 200 bytes')
  .transform((value) => value.normalize('NFC'))

/** A list of slugs that names none twice. */
export const eachOnce = (item: typeof slug) =>
  listOf(item).refine((slugs) => new Set(slugs).size === slugs.length, 'names the same slug twice. Keep one')

/** A slug that names a document of another kind; the checks look whether it exists. */
export const reference = (kind: 'author' | 'topic' | 'article') => slug.meta({ reference: kind })

export const webAddress = z
  .string()
  .refine(
    (value) => value.length <= 2000 && /^https?:\/\/[^\s]+$/i.test(value) && URL.canParse(value),
    'is not an http(s) address of at most 2000 characters',
  )

export const language = z.string().refine(isLanguage, 'is not a BCP 47 language, such as "en" or "ko"')

/** A picture below `photos/`, with the words that must go with it. */
export const photo = z
  .strictObject({ src: text.meta({ reference: 'photo' }), alt: text, credit: text, caption: text.optional() })
  .meta({ title: 'Photo' })

export function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}
