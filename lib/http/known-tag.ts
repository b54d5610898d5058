/** Does `If-None-Match` name a tag? Tags are compared weakly, and `*` matches all (RFC 9110, 13.1.2). */
export const isKnownTag = (known: string | null | undefined, tag: string): boolean =>
  (known ?? '')
    .slice(0, maxLength)
    .split(',')
    .some((one) => one.trim() === '*' || opaque(one) === opaque(tag))

/** Browsers send one tag; longer lists are cut. */
const maxLength = 2000

const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
