import type { Root } from 'hast'
import { toText } from 'hast-util-to-text'
import type { Quotation } from 'schema-dts'
import { forEachElement } from '#lib/rules/for-each-element'
import { toSpeakerData } from './profile'

/** The quotations of a story that is ready to be shown, in its order; `story` is its absolute address. */
export function toQuotations(body: Root, story: string): Quotation[] {
  const quotations: Quotation[] = []
  forEachElement(body, (element) => {
    if (element.tagName !== 'BlockQuote' && element.tagName !== 'InlineQuote') return
    const { id, by, name, lang, source } = element.properties
    quotations.push({
      '@type': 'Quotation',
      url: `${story}#${encodeURIComponent(String(id))}`,
      text: toText(element).replace(/\s+/g, ' ').trim(),
      spokenByCharacter: toSpeakerData(String(by), String(name)),
      ...(lang && { inLanguage: String(lang) }),
      ...(source && { isBasedOn: String(source) }),
    })
  })
  return quotations
}
