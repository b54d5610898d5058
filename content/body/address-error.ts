import type { Definition, Image, Link, Nodes, Root } from 'mdast'
import { walk } from './walk'

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** The most characters of an address, and of the title that a link may have. */
const maxLength = 2000

/** What is wrong with the length of a node's address or title, if anything: each reference to a definition repeats them. */
export function lengthError({ url, title }: Image | Link | Definition): string | undefined {
  if (url.length > maxLength) return `has an address of ${url.length} characters. ${maxLength} are the most`
  if (title && title.length > maxLength) return `has a title of ${title.length} characters. ${maxLength} are the most`
  return undefined
}

/** What is wrong with an address in a body, if anything: only web, mail and phone addresses and the site's own. */
export function addressError(address: string): string | undefined {
  if (address.startsWith('#')) return undefined
  if (address.startsWith('/') && !/^\/[/\\]/.test(address)) return undefined
  if (!URL.canParse(address)) {
    return `"${address}" is not an address. Start one inside the publication with "/", another with "https://"`
  }
  if (schemes.has(new URL(address).protocol)) return undefined
  return `"${address}" has an address scheme that is not allowed. Use https:, http:, mailto: or tel:`
}

/** What is wrong with the address of a Markdown image, if anything: it is a picture of the publication's own. */
export const pictureError = (address: string) =>
  /^([a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(address)
    ? `"${address}" is not a picture below photos/. Put it there`
    : undefined

/** Does a node's address mean a picture? `pictures` are the definitions that images refer to. */
export const isPicture = (node: Image | Link | Definition, pictures: Set<string>) =>
  node.type === 'image' || (node.type === 'definition' && pictures.has(node.identifier))

/** The definitions that images refer to; all others are links. */
export function picturesDefined(tree: Root): Set<string> {
  const identifiers = new Set<string>()
  walk<Nodes>(tree, (node) => node.type !== 'imageReference' || identifiers.add(node.identifier))
  return identifiers
}
