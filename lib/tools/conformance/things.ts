import { findJsonError } from './json'
import type { Page } from './page'

/** A JSON-LD object. */
export type Thing = { [property: string]: unknown }

/** The JSON-LD objects of a page. Leaves out elements that cannot be parsed, which another rule reports. */
export const readThings = ({ structuredData }: Page): Thing[] =>
  structuredData.flatMap((text) => {
    const read = parseThings(text)
    return 'things' in read ? read.things : []
  })

/** The objects of one element, or why it contains none. */
export function parseThings(text: string): { things: Thing[] } | { error: string } {
  const error = findJsonError(text)
  if (error !== undefined) return { error }
  const value = JSON.parse(text) as Thing
  if (value['@context'] !== 'https://schema.org') return { error: 'its @context is not https://schema.org' }
  return { things: (value['@graph'] as Thing[] | undefined) ?? [value] }
}
