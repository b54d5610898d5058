import type { PhotoSize } from '#lib/types'
import type { Page } from './page'

/** The response of an address. */
export type Answer = {
  /** Absolute, as the publication itself writes it. */
  address: string
  /** The first address that links here. */
  linkedFrom: string
  status: number
  headers: Headers
  /** Only for responses that are neither pages nor pictures. */
  text: string
  /** The status of a second, conditional request. */
  again: number | undefined
  /** For pictures, in pixels. */
  size: PhotoSize | undefined
}

/** A running site as the crawler found it. */
export type Site = {
  /** The origin that the publication writes into its addresses. */
  origin: string
  answers: Map<string, Answer>
  pages: Map<string, Page>
  /** The response of an address that was never used. */
  nowhere: { address: string; status: number; page: Page }
  now: Date
}

/** An address of the publication, without a fragment; undefined if it is on another site. */
export function toInternal(href: string, from: string, origin: string): string | undefined {
  if (!URL.canParse(href, from)) return undefined
  const url = new URL(href, from)
  return url.origin === origin ? origin + url.pathname + url.search : undefined
}

/** The response of a path of the site, whether or not anything links to it. */
export const answerAt = ({ origin, answers }: Site, path: string): Answer | undefined => answers.get(origin + path)

export const isStory = ({ address }: { address: string }) =>
  URL.canParse(address) && /^\/articles\/[^/]+$/.test(new URL(address).pathname)
