import type { Processor } from 'unified'
import { splitFrontMatter } from './front-matter'

/** Parses a whole file with its front matter blanked out, so that positions count from the file's first line. */
export function blankFrontMatter(this: Processor): void {
  const { parser } = this
  if (!parser) throw new Error('blankFrontMatter comes after remark-parse')
  this.parser = (text, file) => {
    const { bodyStart } = splitFrontMatter(text)
    return parser(text.slice(0, bodyStart).replace(/[^\n]+/g, '') + text.slice(bodyStart), file)
  }
}
