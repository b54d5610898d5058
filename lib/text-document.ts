import { createHash } from 'node:crypto'

/** A file that is made, not written: its media type, its text, and a tag that changes with the text, whatever its coding. */
export type TextDocument = { type: string; text: string; tag: string }

export const toTextDocument = (type: string, text: string): TextDocument => ({
  type: `${type}; charset=utf-8`,
  text,
  tag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`,
})
