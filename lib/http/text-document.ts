import { createHash } from 'node:crypto'

/** A file that is made, not written: its media type, its text in UTF-8, and a tag that changes with the text, whatever its coding. */
export type TextDocument = { type: string; bytes: Buffer<ArrayBuffer>; tag: string }

/** A strong tag (RFC 9110, 8.8.3) that changes with the content; behind `W/` it stands for every coding of it. */
export const toTag = (content: string | Buffer): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`

export const toTextDocument = (type: string, text: string): TextDocument => ({
  type: `${type}; charset=utf-8`,
  bytes: Buffer.from(text),
  tag: `W/${toTag(text)}`,
})
