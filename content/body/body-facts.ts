import { createHash } from 'node:crypto'
import type { Element, Nodes, Root } from 'hast'
import { toText } from 'hast-util-to-text'
import { decodeAddress } from './decode-address'
import { walk } from './walk'

/** An attributed quotation as it stands in a story. `id` is its anchor on the page. */
export type Quotation = {
  id: string
  by: string
  text: string
  isInline: boolean
  on?: string
  to?: string
  source?: string
  lang?: string
  excerpt?: string
}

/** What other pages need to know of a body without reading it. Pictures are paths below the content folder. */
export type BodyFacts = { quotations: Quotation[]; photos: string[] }

/** Collects the facts of a finished tree, and gives each quotation its anchor on the way. */
export function takeBodyFacts(tree: Root): BodyFacts {
  const facts: BodyFacts = { quotations: [], photos: [] }
  const taken = new Set<string>()
  walk<Nodes>(tree, (element) => {
    if (element.type !== 'element') return
    if (element.tagName === 'BlockQuote' || element.tagName === 'InlineQuote') {
      const quotation = toQuotation(element, taken)
      element.properties.id = quotation.id
      facts.quotations.push(quotation)
    }
    if (element.tagName === 'img') element.properties.src = decodeAddress(String(element.properties.src))
    if (element.tagName === 'Photo' || element.tagName === 'img') facts.photos.push(String(element.properties.src))
  })
  return facts
}

function toQuotation(element: Element, taken: Set<string>): Quotation {
  const { id: _, ...attributes } = element.properties as Record<string, string>
  const text = toText(element).replace(/\s+/g, ' ').trim()
  const by = String(attributes.by)
  return { ...attributes, by, text, isInline: element.tagName === 'InlineQuote', id: anchor(by, text, taken) }
}

/** An anchor made of the speaker and the words alone, so that it stays when other text changes. */
function anchor(by: string, text: string, taken: Set<string>): string {
  const base = `${by}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
  taken.add(id)
  return id
}
