import type { Element, Root, Text } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { splitByLanguage } from '#lib/languages'

/** Wraps Korean words in `<span lang="ko">`, but for words whose element already says its language. */
export const markHangul = () => (tree: Root) => {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && node.properties.lang) return SKIP
    if (node.type !== 'text' || !parent || index === undefined) return
    const runs = splitByLanguage(node.value)
    if (!runs.some((run) => run.lang)) return
    parent.children.splice(index, 1, ...runs.map(toNode))
    return [SKIP, index + runs.length]
  })
}

function toNode({ text, lang }: ReturnType<typeof splitByLanguage>[number]): Text | Element {
  const words: Text = { type: 'text', value: text }
  return lang ? { type: 'element', tagName: 'span', properties: { lang }, children: [words] } : words
}
