import type { Element, ElementContent, Nodes, Root } from 'hast'
import { isMdxElement, type MdxElement } from './mdx-element'

/** Turns a body's components into plain elements with string properties, and drops what pages do not need. */
export const toPlainElements = () => (tree: Root) => makePlain(tree)

function makePlain(node: Nodes): void {
  delete node.position
  delete node.data
  // The page's only `h1` is its headline.
  if (node.type === 'element' && node.tagName === 'h1') node.tagName = 'h2'
  if (!('children' in node)) return
  node.children = node.children.map((child) => (isMdxElement(child) ? toElement(child as MdxElement) : child))
  for (const child of node.children) makePlain(child)
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
