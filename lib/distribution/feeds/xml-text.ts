/**
 * Words on their way through `feed`. It ends a CDATA section at the second `]]>`, leaves `<` in attributes, reads `&amp;`
 * in text as `&`, and lets characters through that XML forbids. So the signs of markup travel as characters that no text
 * may hold, which it has no rule for, and become entities when it is done.
 */
const travellers: Record<string, string> = {
  '&': '\uFDD0',
  '<': '\uFDD1',
  '>': '\uFDD2',
  '"': '\uFDD3',
}
const entities: Record<string, string> = {
  '\uFDD0': '&amp;',
  '\uFDD1': '&lt;',
  '\uFDD2': '&gt;',
  '\uFDD3': '&quot;',
}

/** Control characters but tab and line ends, halves of pairs, and characters reserved for no text (XML 1.0, 2.2). */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** Text without what XML forbids. */
export const toXmlText = (text: string): string => text.replace(forbidden, '')

/** Text made ready for `feed`. */
export const packText = (text: string): string => toXmlText(text).replace(/[&<>"]/g, (sign) => travellers[sign] ?? sign)

/** What `feed` made of packed text, with every sign as an entity; CDATA sections are not needed any more. */
export const unpackXml = (xml: string): string =>
  xml.replace(/<!\[CDATA\[|\]\]>/g, '').replace(/[\uFDD0-\uFDD3]/g, (sign) => entities[sign] ?? sign)
