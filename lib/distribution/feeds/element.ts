import type { Element, ElementContent, Properties } from 'hast'

/** An element of HTML; text among its children may be written as itself. */
export const element = (tagName: string, properties: Properties, children: (ElementContent | string)[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
})
