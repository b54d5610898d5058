/** What a feed is, whatever its format. `page` and `self` are paths: the page it belongs to, and its own address. */
export type Channel = { title: string; description: string; page: string; self: string }

/** A picture that comes with an entry, as it was handed in. */
export type EnclosedPhoto = { url: string; type: string; length: number }

/** One entry of a feed, whatever its format. Addresses are absolute, `content` is HTML, all other text is plain. */
export type FeedEntry = {
  /** Never changes, not even when the address does. */
  id: string
  link: string
  title: string
  summary?: string
  content: string
  published: Date
  updated: Date
  authors: { name: string; url: string }[]
  topics: string[]
  photo?: EnclosedPhoto | undefined
}

/** How many entries a feed holds: the newest. */
export const feedLength = 50

/** After how many characters of text a feed has no more stories in full. Fifty ordinary ones have a tenth of it. */
export const fullLength = 3_000_000
