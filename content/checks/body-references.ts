import type { Root } from 'mdast'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import type { MdxElement } from '../body/guard'

/** What a body refers to outside itself, each with its place. */
export type BodyReference = {
  kind: 'person' | 'photo' | 'link'
  value: string
  line: number
  column: number
}

/** Collects the people, pictures and internal addresses that a body names. */
export function bodyReferences(tree: Root): BodyReference[] {
  const references: BodyReference[] = []
  visit(tree, (node) => {
    const add = (kind: BodyReference['kind'], value: string | undefined, position: Position | undefined) => {
      if (value) references.push({ kind, value, line: position?.start.line ?? 1, column: position?.start.column ?? 1 })
    }
    if (node.type === 'image') add('photo', node.url, node.position)
    if ((node.type === 'link' || node.type === 'definition') && node.url.startsWith('/'))
      add('link', node.url, node.position)
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return
    for (const { name, value, position } of plainAttributes(node)) {
      if (name === 'by') add('person', value, position ?? node.position)
      if (name === 'src' && node.name === 'Photo') add('photo', value, position ?? node.position)
      if (name === 'source' && value.startsWith('/')) add('link', value, position ?? node.position)
    }
  })
  return references
}

const plainAttributes = (element: MdxElement) =>
  element.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
      ? [{ name: attribute.name, value: attribute.value, position: attribute.position }]
      : [],
  )
