import type { Site } from './site'

/** A fact that must hold of each subject of a kind. `findErrors` says what is wrong with one, if anything. */
export type Rule<Subject> = {
  fact: string
  cure: string
  findErrors: (subject: Subject, site: Site) => string[]
}

/** How a fact held: of how many addresses it was asked, and where it failed. */
export type Result = { fact: string; cure: string; checked: number; errors: { address: string; what: string }[] }

/** Holds subjects against rules. */
export const apply = <Subject extends { address: string }>(
  rules: Rule<Subject>[],
  subjects: Subject[],
  site: Site,
): Result[] =>
  rules.map(({ fact, cure, findErrors }) => ({
    fact,
    cure,
    checked: subjects.length,
    errors: subjects.flatMap((subject) =>
      findErrors(subject, site).map((what) => ({ address: subject.address, what })),
    ),
  }))

/** An error when something does not hold. */
export const unless = (holds: boolean, what: string): string[] => (holds ? [] : [what])

/** An error when two things that should be the same are not. */
export const unlessSame = (what: string, said: unknown, shown: unknown): string[] =>
  unless(JSON.stringify(said) === JSON.stringify(shown), `${what} is ${toText(said)}, not ${toText(shown)}`)

const toText = (value: unknown) => JSON.stringify(value) ?? 'missing'

/** An ISO 8601 moment with a zone, as W3C's and RFC 3339's forms have it. */
export const isMoment = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value))
