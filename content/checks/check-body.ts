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
 * astray is blanked and the body read again, so that all faults are told at once; with tags that do not match it ends.
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
      if (message.includes(mismatch) || !/[<{a-z]/.test(line[sign.column - 1] ?? '')) return { tree: undefined, faults }
      lines[sign.line - 1] = `${line.slice(0, sign.column - 1)}.${line.slice(sign.column)}`
    }
  }
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
  if (error.line === undefined) throw error
  if (error.ruleId === 'acorn' && /import|export/i.test(error.reason)) {
    const line = lines.findLastIndex((text, index) => index < Number(error.line) && /^(import|export)\b/.test(text)) + 1
    const message = '"import" or "export" at the start of a paragraph is code. Begin with another word'
    return { sign: { line: line || error.line, column: 1, text: 'import' }, message }
  }
  const sign = openingSign(lines, error.line, error.column ?? 1)
  return { sign, message: cure(error, sign.text) }
}

type Sign = { line: number; column: number; text: string }

/** The tag or brace at a place, or the last one that opens before it on the same or an earlier line. */
function openingSign(lines: string[], line: number, column: number): Sign {
  for (let at = line; at >= 1; at--) {
    const before = (lines[at - 1] ?? '').slice(0, at === line ? column : undefined)
    const index = Math.max(before.lastIndexOf('<'), before.lastIndexOf('{'))
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
  return `"${sign}" is not a tag a story can hold. Write &lt; for the sign, or mend the tag (${error.reason})`
}
