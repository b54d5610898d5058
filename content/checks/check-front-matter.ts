import { isMap, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { explainIssues } from './explain-issue'
import { type Fault, wholeFile } from './fault'

export type Path = PropertyKey[]

/** Front matter that was read: its data, and where in the file each field stands. */
export type FrontMatter = {
  data: Record<string, unknown>
  placeOf: (path: Path) => { line: number; column: number }
  faults: Fault[]
}

/** Reads YAML that starts on line `firstLine` of a file and holds it against the rule of its kind. */
export function checkFrontMatter(file: string, yaml: string, firstLine: number, rule: z.ZodObject): FrontMatter {
  const counter = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false })
  const place = (offset: number) => {
    const { line, col } = counter.linePos(offset)
    return { line: line + firstLine - 1, column: col }
  }
  const problems = [...document.errors, ...document.warnings].map((problem) => ({
    file,
    ...place(problem.pos[0]),
    field: 'yaml',
    message: `${problem.message.replace(/\.$/, '')}. Mend the line; text with ": " or "#" needs quotes`,
  }))
  const placeOf = (path: Path) => {
    const { key, value } = offsetsOf(document.contents, path)
    return key === undefined ? wholeFile : place(value ?? key)
  }
  const placeOfKey = (path: Path) => place(offsetsOf(document.contents, path).key ?? 0)
  if (problems.length > 0) return { data: {}, placeOf, faults: problems }
  if (!isMap(document.contents)) {
    const message = 'holds no fields. Write one a line, such as "headline: …"'
    return { data: {}, placeOf, faults: [{ file, ...wholeFile, field: 'yaml', message }] }
  }
  let data: Record<string, unknown>
  try {
    data = document.toJS()
  } catch (error) {
    const message = `${(error as Error).message}. Write the values out instead of using aliases`
    return { data: {}, placeOf, faults: [{ file, ...wholeFile, field: 'yaml', message }] }
  }
  const result = rule.safeParse(data)
  const faults = result.success ? [] : explainIssues(file, result.error.issues, data, rule, { placeOf, placeOfKey })
  return { data: result.success ? (result.data as Record<string, unknown>) : data, placeOf, faults }
}

type Offsets = { key: number | undefined; value: number | undefined }

/** Where a field's key and value start; a missing field has those of the nearest field around it, a null no value. */
function offsetsOf(root: unknown, path: Path): Offsets {
  let node = root
  let offsets: Offsets = { key: undefined, value: undefined }
  for (const step of path) {
    const pair = isMap(node) ? node.items.find((item) => (item.key as { value?: unknown }).value === step) : undefined
    const next: unknown = pair ? pair.value : (node as { items?: unknown[] } | undefined)?.items?.[step as number]
    if (!isNode(next)) return pair ? { key: startOf(pair.key), value: undefined } : { ...offsets, value: undefined }
    const isNull = (next as { value?: unknown }).value === null
    offsets = { key: pair ? startOf(pair.key) : startOf(next), value: isNull ? undefined : startOf(next) }
    node = next
  }
  return offsets
}

const startOf = (node: unknown) => (isNode(node) ? node.range?.[0] : undefined)
