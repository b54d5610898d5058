import { findJsonError } from './json'
import type { Page } from './page'

/** An object of JSON-LD. */
export type Thing = { [property: string]: unknown }

/** What a page says to programs; nothing where it cannot be parsed, for which there is a rule of its own. */
export const readThings = ({ structuredData }: Page): Thing[] =>
  structuredData.flatMap((text) => {
    const read = parseThings(text)
    return 'things' in read ? read.things : []
  })

/** The objects of one element, or why it holds none. */
export function parseThings(text: string): { things: Thing[] } | { error: string } {
  const error = findJsonError(text)
  if (error !== undefined) return { error }
  const value = JSON.parse(text) as Thing
  if (value['@context'] !== 'https://schema.org') return { error: 'its @context is not https://schema.org' }
  return { things: (value['@graph'] as Thing[] | undefined) ?? [value] }
}
