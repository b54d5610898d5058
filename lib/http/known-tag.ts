/** Does `If-None-Match` name a tag? Tags are compared weakly, and `*` names all (RFC 9110, 13.1.2). */
export const isKnownTag = (known: string | null | undefined, tag: string): boolean =>
  (known ?? '').split(',').some((one) => one.trim() === '*' || opaque(one) === opaque(tag))

const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
