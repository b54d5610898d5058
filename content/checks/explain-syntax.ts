import type { VFileMessage } from 'vfile-message'

/** What the parser could not read, told by the sign that led it astray. Throws on what is no error of the words. */
export function explainSyntax(lines: string[], error: VFileMessage): { sign: Sign; message: string } {
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

/** What led the parser astray, and where it starts. */
export type Sign = { line: number; column: number; text: string }

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
    return `"${sign}" and its closing tag do not match. Open and close each component once, both in one paragraph or each on its own line`
  }
  if (sign.startsWith('<!')) return `"${sign}" is a comment or raw HTML, which a story cannot hold. Delete it`
  if (/^<(https?:|mailto:|[^<>\s]+@)/i.test(sign)) return `"${sign}" is not a link here. Write [words](address)`
  return `"${sign}" is not a tag a story can hold. Write &lt; for the sign, or mend the tag (${error.reason})`
}
