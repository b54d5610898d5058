import type { Root } from 'mdast'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { addMarkdownPipeline } from '../body/body-pipeline'
import type { BodyFault } from '../body/guard'
import type { Fault } from './fault'

const processor = unified()
addMarkdownPipeline(processor as never)
processor.freeze()

/**
 * A body's tree, and everything in it that is not words. Where the syntax cannot be read, the sign that led the parser
 * astray is blanked and the body read again, so that all faults are told at once.
 */
export function checkBody(file: string, text: string): { tree: Root | undefined; faults: Fault[] } {
  const faults: Fault[] = []
  const lines = text.split('\n')
  for (;;) {
    const vfile = new VFile(lines.join('\n'))
    try {
      const tree = processor.runSync(processor.parse(vfile) as never, vfile) as unknown as Root
      return { tree, faults: [...faults, ...(vfile.data.faults ?? []).map((fault) => toFault(file, fault))] }
    } catch (error) {
      const { sign, message } = explainSyntax(lines, error as VFileMessage)
      faults.push({ file, line: sign.line, column: sign.column, field: 'body', message })
      const line = lines[sign.line - 1] ?? ''
      if (!'<{ie'.includes(line[sign.column - 1] ?? ' ')) return { tree: undefined, faults }
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

/** The other half of a tag that did not match is part of the same fault: its closing tag, or the one left open. */
function blankOtherHalf(lines: string[], { line, column, text }: Sign, error: VFileMessage): void {
  const name = /^<\/?([\w.-]*)/.exec(text)?.[1] ?? ''
  if (!text.startsWith('</')) {
    const at = lines.findIndex((other, index) => index >= line - 1 && other.includes(`</${name}>`))
    if (at !== -1) blank(lines, at, lines[at]?.indexOf(`</${name}>`) ?? 0, name.length + 3)
    return
  }
  const opened = /expected corresponding closing tag for `<(\w*)>` \((\d+):(\d+)/.exec(error.reason)
  if (opened) return blank(lines, Number(opened[2]) - 1, Number(opened[3]) - 1, String(opened[1]).length + 1)
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

const toFault = (file: string, { position, message }: BodyFault): Fault => ({
  file,
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
  field: 'body',
  message,
})

const mismatch = 'do not match'

/** What the parser could not read, told by the sign that led it astray. Throws on what is no fault of the words. */
function explainSyntax(lines: string[], error: VFileMessage): { sign: Sign; message: string } {
  if (!error.reason) throw error
  // Of a tag that never closes, only the sentence says where it stands.
  const told = /\((\d+):(\d+)/.exec(error.reason)
  const isUnclosed = error.reason.startsWith('Expected a closing tag') || error.line === undefined
  const line = Number((isUnclosed ? told?.[1] : error.line) ?? 1)
  const column = Number((isUnclosed ? told?.[2] : error.column) ?? 1)
  if (error.ruleId === 'acorn' && /import|export/i.test(error.reason)) {
    const start = lines.findLastIndex((text, index) => index < line && /^(import|export)\b/.test(text)) + 1
    const message = '"import" or "export" at the start of a paragraph is code. Begin with another word'
    return { sign: { line: start || line, column: 1, text: 'import' }, message }
  }
  const signs = /expression/i.test(error.reason) ? ['{'] : ['<', '{']
  const sign = openingSign(lines, line, column, signs)
  return { sign, message: cure(error, sign.text) }
}

type Sign = { line: number; column: number; text: string }

/** The tag or brace at a place, or the last one that opens before it on the same or an earlier line. */
function openingSign(lines: string[], line: number, column: number, signs: string[]): Sign {
  for (let at = line; at >= 1; at--) {
    const before = (lines[at - 1] ?? '').slice(0, at === line ? column : undefined)
    const index = Math.max(...signs.map((sign) => before.lastIndexOf(sign)))
    if (index === -1) continue
    const rest = (lines[at - 1] ?? '').slice(index)
    return { line: at, column: index + 1, text: /^(<[^>\s]*>?|\{)/.exec(rest)?.[0] ?? '<' }
  }
  return { line, column, text: '<' }
}

function cure(error: VFileMessage, sign: string): string {
  if (sign === '{') return '"{" starts an expression, which is code. Write the words themselves, or \\{ for the sign'
  if (/closing tag|closing slash/i.test(error.reason)) {
    return `"${sign}" and its closing tag ${mismatch}. Open and close each component once, both in one paragraph or each on its own line`
  }
  if (sign.startsWith('<!')) return `"${sign}" is a comment or raw HTML, which a story cannot hold. Delete it`
  if (/^<(https?:|mailto:|[^<>\s]+@)/i.test(sign)) return `"${sign}" is not a link here. Write [words](address)`
  return `"${sign}" is not a tag a story can hold. Write &lt; for the sign, or mend the tag (${error.reason})`
}
