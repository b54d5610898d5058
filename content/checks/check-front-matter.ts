import { type Document, isMap, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { type ContentError, wholeFile } from './content-error'
import { explainIssues } from './explain-issue'
import { type Places, toPlaces } from './places'

/** Front matter that was read: its data, and where in the file each field stands. */
export type FrontMatter = { data: Record<string, unknown>; places: Places; errors: ContentError[] }

/** Reads YAML that starts on line `firstLine` of a file and holds it against the rule of its kind. */
export function checkFrontMatter(file: string, yaml: string, firstLine: number, rule: z.ZodObject): FrontMatter {
  const counter = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, logLevel: 'error' })
  const place = (offset: number) => {
    const { line, col } = counter.linePos(offset)
    return { line: line + firstLine - 1, column: col }
  }
  const unread = (errors: ContentError[]): FrontMatter => ({ data: {}, places: {}, errors })
  const yamlError = (message: string, at = wholeFile): ContentError => ({ file, ...at, field: 'yaml', message })

  const problems = [...document.errors, ...document.warnings].map(({ code, message, pos: [end] }) => {
    if (code === 'DUPLICATE_KEY') {
      const key = /^[^:\r\n]*/.exec(yaml.slice(end))?.[0] ?? ''
      return yamlError(`"${key}" stands twice. Keep one`, place(end))
    }
    // What is never closed is told where it opens, not where the text ends.
    const at = message.startsWith('Missing closing') ? lastValueBefore(document, end) : end
    return yamlError(`${message.replace(/\.$/, '')}. Mend the line; text with ": " or "#" needs quotes`, place(at))
  })
  const isRead = [...document.errors, ...document.warnings].every(({ code }) => code === 'DUPLICATE_KEY')
  if (!isRead) return unread(problems)
  if (!isMap(document.contents)) return unread([yamlError('holds no fields. Write one a line, such as "name: …"')])
  try {
    const data: Record<string, unknown> = document.toJS()
    const places = toPlaces(document.contents, place)
    const result = rule.safeParse(data)
    if (result.success) return { data: result.data as Record<string, unknown>, places, errors: problems }
    return { data, places, errors: [...problems, ...explainIssues(file, result.error.issues, data, rule, places)] }
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    return unread([yamlError(`${error.message}. Write the values out instead of using aliases`)])
  }
}

/** Where the last value before an offset starts. */
function lastValueBefore(document: Document.Parsed, end: number): number {
  let start = end
  visit(document, {
    Scalar(key, { range }) {
      if (key !== 'key' && range && range[0] < end) start = range[0]
    },
  })
  return start
}
