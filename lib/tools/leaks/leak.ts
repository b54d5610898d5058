/** Something that readers may not see, and where it was seen. */
export type Leak = { where: string; what: string }

/** States of a story in which readers may not see it. */
export const hiddenStates = ['draft', 'scheduled', 'withdrawn'] as const
export type HiddenState = (typeof hiddenStates)[number]

/** A word that stands nowhere else and tells the field it was written into: `zqdraftheadline`. */
export const mark = (state: HiddenState | 'future' | 'preview', field: string) => `zq${state}${field}`

/** Years of what is still to come; no other text has them. */
export const futureYears = { publication: 2998, change: 2997 }

const marks = /zq(?:draft|scheduled|withdrawn|future|preview)[a-z]+|299[78]-\d\d/gi

/** The marks in a text or in the bytes of a picture, but for those that whoever asked has said themselves. */
export function findMarks(content: string | Buffer, asked = ''): string[] {
  const text = typeof content === 'string' ? content : content.toString('latin1')
  const known = asked.toLowerCase()
  const found = [...text.matchAll(marks)].map(([word]) => word.toLowerCase())
  return [...new Set(found)].filter((word) => !known.includes(word))
}
