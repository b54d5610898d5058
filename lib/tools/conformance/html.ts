import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

export type Element = Tree.Element

/** The elements of a page in document order. */
export const readElements = (html: string): Element[] => elementsIn(parse(html))

/** The elements inside another, in document order. */
export function elementsIn(parent: Tree.ParentNode): Element[] {
  const found: Element[] = []
  const waiting = parent.childNodes.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('tagName' in node)) continue
    found.push(node)
    waiting.push(...node.childNodes.toReversed())
  }
  return found
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value

/** The text of an element, with white space as a browser shows it. */
export const textOf = (element: Element): string => rawTextOf(element).replace(/\s+/g, ' ').trim()

/** All text in an element, as written. */
export const rawTextOf = (node: Tree.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(rawTextOf).join('') : ''
