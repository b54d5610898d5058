import type { Root } from 'mdast'
import type { VFileMessage } from 'vfile-message'
import type { BodyError } from '#content/body/guard'
import { parseBody } from '#content/body/parse-body'
import { toPlace } from './body-references'
import { type ContentError, maxErrors, wholeFile } from './content-error'
import { explainSyntax, type Sign } from './explain-syntax'

/** `isFinal` is false where time ran out. */
type CheckedBody = { tree: Root | undefined; errors: ContentError[]; isFinal: boolean }

/** How long a body is read again and again, in milliseconds. */
const maxRereadingMs = 300

/**
 * A body's tree, and everything in it that is not words. Where the syntax cannot be read, the sign that led the parser
 * astray is blanked and the body read again, so that the errors are told together: those found in a third of a second,
 * but no more than are listed.
 */
export function checkBody(file: string, text: string): CheckedBody {
  const errors: ContentError[] = []
  const lines = text.split('\n')
  const end = performance.now() + maxRereadingMs
  for (;;) {
    const isFull = errors.length >= maxErrors - 1
    if (isFull || (errors.length > 0 && performance.now() > end)) {
      const { line, column } = errors.at(-1) ?? wholeFile
      const message = 'is not checked any further. Mend the errors above, and check again'
      return { tree: undefined, errors: [...errors, { file, line, column, field: 'body', message }], isFinal: isFull }
    }
    try {
      const parsed = parseBody(lines.join('\n'))
      const all = [...errors, ...parsed.errors.map((error) => toError(file, error))]
      return { tree: parsed.tree, errors: all, isFinal: true }
    } catch (error) {
      const { sign, message } = explainSyntax(lines, error as VFileMessage)
      errors.push({ file, line: sign.line, column: sign.column, field: 'body', message })
      const line = lines[sign.line - 1] ?? ''
      if (!'<{ie'.includes(line[sign.column - 1] ?? ' ')) return { tree: undefined, errors, isFinal: true }
      blank(lines, sign.line - 1, sign.column - 1, sign.text.length)
      if (/^<\/?\w/.test(sign.text)) blankOtherHalf(lines, sign, error as VFileMessage)
    }
  }
}

/** Takes words out of the text without moving any others. */
function blank(lines: string[], line: number, column: number, length: number): void {
  const text = lines[line] ?? ''
  lines[line] = `${text.slice(0, column)}${'.'.repeat(length)}${text.slice(column + length)}`
}

/** The other half of a tag that did not match is part of the same error: its closing tag, or the one left open. */
function blankOtherHalf(lines: string[], { line, column, text }: Sign, error: VFileMessage): void {
  const name = /^<\/?([\w.-]*)/.exec(text)?.[1] ?? ''
  if (!text.startsWith('</')) {
    const at = lines.findIndex((other, index) => index >= line - 1 && other.includes(`</${name}>`))
    if (at !== -1) blank(lines, at, lines[at]?.indexOf(`</${name}>`) ?? 0, name.length + 3)
    return
  }
  const opened = /expected corresponding closing tag for `<(\w*)>` \((\d+):(\d+)/.exec(error.reason)
  if (opened) {
    blank(lines, Number(opened[2]) - 1, Number(opened[3]) - 1, String(opened[1]).length + 1)
    return
  }
  const before = lines.slice(0, line).map((other, index) => (index === line - 1 ? other.slice(0, column - 1) : other))
  const open: { line: number; column: number }[] = []
  for (const [index, other] of before.entries()) {
    for (const tag of other.matchAll(new RegExp(`<(/?)${name}\\b[^>]*?(/?)>`, 'g'))) {
      if (tag[1]) open.pop()
      else if (!tag[2]) open.push({ line: index, column: tag.index })
    }
  }
  const last = open.at(-1)
  if (last) blank(lines, last.line, last.column, name.length + 1)
}

const toError = (file: string, { position, message }: BodyError): ContentError => ({
  file,
  ...toPlace(position),
  field: 'body',
  message,
})
