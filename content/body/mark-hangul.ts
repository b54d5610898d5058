import type { Element, ElementContent, Root, Text } from 'hast'
import { splitByLanguage } from '#lib/rules/languages'

/** Wraps Korean words in `<span lang="ko">`, but for words whose element already says its language. */
export const markHangul = () => (tree: Root) => markWithin(tree)

function markWithin(node: Root | Element): void {
  if (node.type === 'element' && node.properties.lang) return
  for (const child of node.children) if (child.type === 'element') markWithin(child)
  node.children = (node.children as ElementContent[]).flatMap((child) =>
    child.type === 'text' ? markText(child) : [child],
  )
}

function markText(text: Text): ElementContent[] {
  const runs = splitByLanguage(text.value)
  return runs.some((run) => run.lang) ? runs.map(toNode) : [text]
}

function toNode({ text, lang }: ReturnType<typeof splitByLanguage>[number]): Text | Element {
  const words: Text = { type: 'text', value: text }
  return lang ? { type: 'element', tagName: 'span', properties: { lang }, children: [words] } : words
}
