import type { Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import type { MdxElement } from '../body/guard'
import type { Place } from './places'

/** What a body refers to outside itself, each with its place. */
export type BodyReference = Place & { kind: 'person' | 'photo' | 'link'; value: string }

/** Somebody's words in a body, its attributes as they were written. */
export type BodyQuotation = Place & {
  by: string
  text: string
  on?: string | undefined
  source?: string | undefined
  excerpt?: string | undefined
}

/** Collects the people, pictures, internal addresses and quotations that a body names. */
export function bodyReferences(tree: Root): { references: BodyReference[]; quotations: BodyQuotation[] } {
  const references: BodyReference[] = []
  const quotations: BodyQuotation[] = []
  visit(tree, (node) => {
    const add = (kind: BodyReference['kind'], value: string, position: Position | undefined) =>
      void references.push({ kind, value, ...toPlace(position) })
    if (node.type === 'image') add('photo', node.url, node.position)
    if ((node.type === 'link' || node.type === 'definition') && node.url.startsWith('/'))
      add('link', node.url, node.position)
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return
    const { by, src, on, source, excerpt } = plainAttributes(node)
    if (by) add('person', by.value, by.position)
    if (src && node.name === 'Photo') add('photo', src.value, src.position)
    if (source?.value.startsWith('/')) add('link', source.value, source.position)
    if (node.name !== 'Quote' || !by) return
    const place = toPlace(on?.position ?? node.position)
    quotations.push({
      by: by.value,
      text: toText(node),
      on: on?.value,
      source: source?.value,
      excerpt: excerpt?.value,
      ...place,
    })
  })
  return { references, quotations }
}

export const toPlace = (position: Position | undefined): Place => ({
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
})

/** The attributes of a tag that are plain text. */
export function plainAttributes(
  element: MdxElement,
): Record<string, { value: string; position: Position | undefined }> {
  const plain = element.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
      ? [[attribute.name, { value: attribute.value, position: attribute.position ?? element.position }] as const]
      : [],
  )
  return Object.fromEntries(plain)
}
