import { z } from 'zod'
import { didYouMean, nearest } from '#content/did-you-mean'
import type { ContentError } from './content-error'
import { type Path, type Places, placeOf, placeOfKey } from './places'

type Issue = z.core.$ZodIssue

/** The errors behind zod's issues. A misspelt field is one error, not also a missing one. */
export function explainIssues(
  file: string,
  issues: Issue[],
  data: unknown,
  rule: z.ZodObject,
  places: Places,
): ContentError[] {
  const meant = new Set<string>()
  const unknown = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return []
    const known = knownFields(rule, issue.path)
    return issue.keys.map((key) => {
      const near = nearest(key, known)
      if (near) meant.add([...issue.path, near].join('.'))
      const message = `"${key}" is not a field here. ${didYouMean(key, known).trim() || `Remove it; known are ${known.join(', ')}`}`
      return { file, ...placeOfKey(places, [...issue.path, key]), field: toField([...issue.path, key]), message }
    })
  })
  const others = issues.flatMap((issue) => {
    const value = valueAt(data, issue.path)
    if (issue.code === 'unrecognized_keys' || (value === undefined && meant.has(issue.path.join('.')))) return []
    return [{ file, ...placeOf(places, issue.path), field: toField(issue.path), message: explain(issue, value) }]
  })
  return [...unknown, ...others]
}

/** `photo.src`: names without the numbers of list items. */
const toField = (path: Path) => path.filter((step) => typeof step === 'string').join('.')

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], data)

function explain(issue: Issue, value: unknown): string {
  const field = String(issue.path.findLast((step) => typeof step === 'string') ?? 'field')
  if (value === undefined) return `is missing. Add "${field}: …"`
  if (value === null) return 'is empty. Give it a value or remove the line'
  const shown = show(value)
  switch (issue.code) {
    case 'invalid_type':
      return `${shown} is ${kindOf(value)}, not ${expected[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `${shown} is not one of ${issue.values.join(', ')}.${didYouMean(String(value), issue.values.map(String))}`
    case 'too_small':
      return 'is an empty list. Name at least one'
    default:
      return /^is (not|before)/.test(issue.message) ? `${shown} ${issue.message}` : `${issue.message}`
  }
}

/** A value as it may be printed; one that holds itself cannot be. */
function show(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return 'a value that holds itself'
  }
}

const expected: Record<string, string> = {
  string: 'text. Put it in quotes',
  array: 'a list. Write it as [one, two]',
  object: 'a group of fields. Write each on a line of its own below it, indented',
}

const kindOf = (value: unknown) =>
  Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a group' : `a ${typeof value}`

/** The fields a rule knows at a path. */
function knownFields(rule: z.ZodType, path: Path): string[] {
  const here = rule instanceof z.ZodOptional ? (rule.unwrap() as z.ZodType) : rule
  const [step, ...rest] = path
  if (here instanceof z.ZodArray) return knownFields(here.element as z.ZodType, typeof step === 'number' ? rest : path)
  if (!(here instanceof z.ZodObject)) return []
  return step === undefined ? Object.keys(here.shape) : knownFields(here.shape[String(step)], rest)
}
