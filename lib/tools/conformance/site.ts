import type { PhotoSize } from '#lib/types'
import type { Page } from './page'

/** What an address answered. */
export type Answer = {
  /** Absolute, as the publication itself writes it. */
  address: string
  /** The first address that leads here. */
  linkedFrom: string
  status: number
  headers: Headers
  /** Of what is neither page nor picture. */
  text: string
  /** The status when asked again, "only if it changed". */
  again: number | undefined
  /** Of pictures, in pixels. */
  size: PhotoSize | undefined
}

/** A running site as a visitor found it. */
export type Site = {
  /** The origin that the publication writes into its addresses. */
  origin: string
  answers: Map<string, Answer>
  pages: Map<string, Page>
  /** What an address answers that was never used. */
  nowhere: { address: string; status: number; page: Page }
  now: Date
}

/** An address of the publication, without a fragment; undefined when it leads elsewhere. */
export function toInternal(href: string, from: string, origin: string): string | undefined {
  if (!URL.canParse(href, from)) return undefined
  const url = new URL(href, from)
  return url.origin === origin ? origin + url.pathname + url.search : undefined
}

/** The answer of a path of the site, whether or not something leads to it. */
export const answerAt = ({ origin, answers }: Site, path: string): Answer | undefined => answers.get(origin + path)

export const isStory = ({ address }: { address: string }) =>
  URL.canParse(address) && /^\/articles\/[^/]+$/.test(new URL(address).pathname)
