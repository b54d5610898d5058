import type { Site } from './site'

/** A fact that must be true of every subject of a kind. `findErrors` returns what is wrong with one subject. */
export type Rule<Subject> = {
  fact: string
  cure: string
  findErrors: (subject: Subject, site: Site) => string[]
}

/** The result of a rule: how many addresses it checked, and the errors. */
export type Result = { fact: string; cure: string; checked: number; errors: { address: string; what: string }[] }

/** Checks subjects against rules. */
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

/** Returns an error if the condition is false. */
export const unless = (holds: boolean, what: string): string[] => (holds ? [] : [what])

/** Returns an error if two values that should be the same differ. */
export const unlessSame = (what: string, said: unknown, shown: unknown): string[] =>
  unless(JSON.stringify(said) === JSON.stringify(shown), `${what} is ${toText(said)}, not ${toText(shown)}`)

const toText = (value: unknown) => JSON.stringify(value) ?? 'missing'

/** An ISO 8601 date and time with a zone, in the forms of W3C and RFC 3339. */
export const isMoment = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value))
