/** Something that readers must not see, and where it was found. */
export type Leak = { where: string; what: string }

/** The states in which readers must not see a story. */
export const hiddenStates = ['draft', 'scheduled', 'withdrawn'] as const
export type HiddenState = (typeof hiddenStates)[number]

/** A word that occurs nowhere else and names the field it was written into: `zqdraftheadline`. */
export const mark = (state: HiddenState | 'future' | 'preview', field: string) => `zq${state}${field}`

/** Years of future dates. No other text contains them. */
export const futureYears = { publication: 2998, change: 2997 }

const marks = /zq(?:draft|scheduled|withdrawn|future|preview)[a-z]+|299[78]-\d\d/gi

/** The marks in a text or in the bytes of a picture, except those that the request itself contained. */
export function findMarks(content: string | Buffer, asked = ''): string[] {
  const text = typeof content === 'string' ? content : content.toString('latin1')
  const known = asked.toLowerCase()
  const found = [...text.matchAll(marks)].map(([word]) => word.toLowerCase())
  return [...new Set(found)].filter((word) => !known.includes(word))
}
