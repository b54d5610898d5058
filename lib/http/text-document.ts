import { createHash } from 'node:crypto'

/** A generated document: its media type, its text in UTF-8, and a weak tag that changes with the text. */
export type TextDocument = { type: string; bytes: Buffer<ArrayBuffer>; tag: string }

/** A strong tag (RFC 9110, 8.8.3) that changes with the content. With `W/` in front it is valid for every coding. */
export const toTag = (content: string | Buffer): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`

export const toTextDocument = (type: string, text: string): TextDocument => ({
  type: `${type}; charset=utf-8`,
  bytes: Buffer.from(text),
  tag: `W/${toTag(text)}`,
})
