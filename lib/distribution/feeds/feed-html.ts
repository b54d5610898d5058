import type { ElementContent, Properties, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { forEachElement } from '#lib/rules/for-each-element'
import { toPlainElement } from './plain-elements'

const addresses = ['href', 'src', 'cite']

/** The attributes that mean something away from the page. */
const meaningful = new Set([
  ...addresses,
  ...['id', 'alt', 'width', 'height', 'lang', 'title', 'start', 'align', 'dateTime', 'colSpan', 'rowSpan', 'ariaLabel'],
])

/** A tree as HTML for feed readers: plain elements, nothing of the page's looks, addresses absolute as seen from `page`. */
export function toFeedHtml(children: ElementContent[], page: string): string {
  const root: Root = { type: 'root', children: children.map(toPlainElement) }
  forEachElement(root, (element) => {
    element.properties = toMeaningful(element.properties, page)
  })
  return toHtml(root)
}

function toMeaningful(properties: Properties, page: string): Properties {
  const kept = Object.entries(properties).filter(([name, value]) => meaningful.has(name) && value !== undefined)
  return Object.fromEntries(
    kept.map(([name, value]) => [name, addresses.includes(name) ? new URL(String(value), page).href : value]),
  )
}
