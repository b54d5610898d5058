import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An XML element. Attribute names begin with `@`, text is `#text`, and elements that can repeat are lists. */
export type Xml = { [name: string]: Xml | Xml[] | string | undefined }

const several = [
  'item',
  'entry',
  'url',
  'sitemap',
  'category',
  'link',
  'atom:link',
  'dc:creator',
  'author',
  'image:image',
]
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => several.includes(name),
})

/** The root of a document, or why there is none. */
export function readXml(text: string): { root: Xml } | { error: string } {
  const validity = XMLValidator.validate(text)
  if (validity !== true) return { error: `${validity.err.msg} (line ${validity.err.line})` }
  return { root: parser.parse(text) as Xml }
}

/** Why a text is not XML; undefined if it is. */
export function findXmlError(text: string): string | undefined {
  const read = readXml(text)
  return 'error' in read ? read.error : undefined
}

export const child = (parent: Xml | undefined, name: string): Xml | undefined => {
  const [first] = children(parent, name)
  return first
}

export const children = (parent: Xml | undefined, name: string): Xml[] =>
  [parent?.[name] ?? []].flat().map((one) => (typeof one === 'string' ? { '#text': one } : one))

/** The text of a child; undefined if there is none or it is empty. */
export const textIn = (parent: Xml | undefined, name: string): string | undefined =>
  textOfXml(child(parent, name))?.trim() || undefined

export const textOfXml = (element: Xml | undefined): string | undefined =>
  typeof element?.['#text'] === 'string' ? element['#text'] : undefined

export const attributeOf = (element: Xml | undefined, name: string): string | undefined => {
  const value = element?.[`@${name}`]
  return typeof value === 'string' ? value : undefined
}

/** The addresses in a sitemap or a sitemap index. Empty for other documents. */
export function readLocations(text: string): string[] {
  const read = readXml(text)
  if ('error' in read) return []
  const entries = [
    ...children(child(read.root, 'sitemapindex'), 'sitemap'),
    ...children(child(read.root, 'urlset'), 'url'),
  ]
  return entries.flatMap((entry) => textIn(entry, 'loc') ?? [])
}
