import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { isMdxElement, type MdxElement } from './mdx-element'

/** Turns a body's components into plain elements with string properties, and drops what pages do not need. */
export const toPlainElements = () => (tree: Root) => {
  visit(tree, (node, index, parent) => {
    delete node.position
    delete node.data
    // The page's only `h1` is its headline.
    if (node.type === 'element' && node.tagName === 'h1') node.tagName = 'h2'
    if (!isMdxElement(node)) return
    if (!parent || index === undefined) throw new Error('A component always stands in a body')
    parent.children[index] = toElement(node as MdxElement)
    return index
  })
}

function toElement(node: MdxElement): Element {
  const attributes = node.attributes.map((attribute) => [(attribute as { name: string }).name, String(attribute.value)])
  return {
    type: 'element',
    tagName: node.name === 'Quote' ? quoteName(node) : String(node.name),
    properties: Object.fromEntries(attributes),
    children: node.children as ElementContent[],
  }
}

const quoteName = (node: MdxElement) => (node.type === 'mdxJsxFlowElement' ? 'BlockQuote' : 'InlineQuote')
