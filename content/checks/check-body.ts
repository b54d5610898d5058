import type { Root } from 'mdast'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { useMarkdownPipeline } from '../body/body-pipeline'
import type { Fault } from './fault'

const processor = unified()
useMarkdownPipeline(processor as never)
processor.freeze()

/** A body's tree, and everything in it that is not words. A tree is missing where the syntax is beyond reading. */
export function checkBody(file: string, text: string): { tree: Root | undefined; faults: Fault[] } {
  const vfile = new VFile(text)
  try {
    const tree = processor.runSync(processor.parse(vfile) as never, vfile) as unknown as Root
    const faults = (vfile.data.faults ?? []).map(({ position, message }) => ({
      file,
      line: position?.start.line ?? 1,
      column: position?.start.column ?? 1,
      field: 'body',
      message,
    }))
    return { tree, faults }
  } catch (error) {
    return { tree: undefined, faults: [syntaxFault(file, text, error as VFileMessage)] }
  }
}

/** What the parser could not read, told by the sign that led it astray. */
function syntaxFault(file: string, text: string, error: VFileMessage): Fault {
  if (error.line === undefined) throw error
  const { line, column = 1 } = error
  const sign = openingSign(text.split('\n'), line, column)
  return { file, line: sign?.line ?? line, column: sign?.column ?? column, field: 'body', message: cure(error, sign?.text) }
}

/** The tag or brace at a place, or the last one that opens before it on the same or an earlier line. */
function openingSign(lines: string[], line: number, column: number) {
  for (let at = line; at >= 1; at--) {
    const before = at === line ? lines[at - 1]?.slice(0, column) : lines[at - 1]
    const index = Math.max(before?.lastIndexOf('<') ?? -1, before?.lastIndexOf('{') ?? -1)
    if (index === -1) continue
    const rest = lines[at - 1]?.slice(index) ?? ''
    return { line: at, column: index + 1, text: /^(<[^>\s]*>?|\{)/.exec(rest)?.[0] ?? rest[0] }
  }
}

function cure(error: VFileMessage, sign: string | undefined): string {
  if (/import|export/i.test(error.reason) && error.ruleId === 'acorn') {
    return '"import" or "export" at the start of a paragraph is code. Begin with another word'
  }
  if (sign === '{') return '"{" starts an expression, which is code. Write the words themselves, or \\{ for the sign'
  if (/closing tag|closing slash/i.test(error.reason)) {
    return `"${sign}" and its closing tag do not match. Open and close each component once, in the same paragraph or each on its own line`
  }
  return `"${sign ?? '<'}" is not a tag a story can hold. Write &lt; for the sign, or mend the tag (${error.reason})`
}
