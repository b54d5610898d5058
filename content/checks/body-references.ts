import type { Nodes, Root } from 'mdast'
import type { Position } from 'unist'
import { addressError, isPicture, pictureError, picturesDefined } from '#content/body/address-error'
import { decodeAddress } from '#content/body/decode-address'
import { isMdxElement, type MdxElement } from '#content/body/mdx-element'
import { walk } from '#content/body/walk'
import type { Place } from './places'
import { toPlainText } from './plain-text'

/** What a body refers to outside itself, each with its place. */
export type BodyReference = Place & { kind: 'person' | 'photo' | 'link'; value: string }

/** Somebody's words in a body, its attributes as they were written. */
export type BodyQuotation = Place & {
  by: string
  text: string
  on?: string | undefined
  to?: string | undefined
  source?: string | undefined
  excerpt?: string | undefined
}

/** Collects the people, pictures, internal addresses and quotations that a body names. */
export function bodyReferences(tree: Root): { references: BodyReference[]; quotations: BodyQuotation[] } {
  const references: BodyReference[] = []
  const quotations: BodyQuotation[] = []
  const pictures = picturesDefined(tree)
  walk<Nodes>(tree, (node) => {
    const add = (kind: BodyReference['kind'], value: string, position: Position | undefined) =>
      void references.push({ kind, value, ...toPlace(position) })
    if (node.type === 'image' || node.type === 'link' || node.type === 'definition') {
      if (isPicture(node, pictures)) {
        if (!pictureError(node.url)) add('photo', decodeAddress(node.url), node.position)
      } else if (isInternal(node.url)) add('link', node.url, node.position)
    }
    if (!isMdxElement(node)) return
    const { by, src, on, to, source, excerpt } = plainAttributes(node)
    if (by?.value.trim()) add('person', by.value, by.position)
    if (src?.value.trim() && node.name === 'Photo') add('photo', src.value, src.position)
    if (source && isInternal(source.value)) add('link', source.value, source.position)
    if (node.name !== 'Quote' || !by) return
    const place = toPlace(on?.position ?? node.position)
    quotations.push({
      by: by.value,
      text: toPlainText(node).replace(/\s+/g, ' ').trim(),
      on: on?.value,
      to: to?.value,
      source: source?.value,
      excerpt: excerpt?.value,
      ...place,
    })
  })
  return { references, quotations }
}

/** An address inside the publication that the guard has not refused. */
const isInternal = (address: string) => address.startsWith('/') && !addressError(address)

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
