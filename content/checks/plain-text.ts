import type { Nodes } from 'mdast'

const inline = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'inlineCode',
  'mdxJsxTextElement',
])

/** The words of a tree: those of its blocks, and those around a line break, stand apart. */
export function toPlainText(node: Nodes | Nodes[]): string {
  if (Array.isArray(node)) return node.map((one) => (inline.has(one.type) ? '' : ' ') + toPlainText(one)).join('')
  if (node.type === 'break') return ' '
  if ('value' in node && (node.type === 'text' || node.type === 'inlineCode')) return node.value
  return 'children' in node ? toPlainText(node.children as Nodes[]) : ''
}
