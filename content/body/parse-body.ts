import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { blankFrontMatter } from './blank-front-matter'
import { type BodyFault, guard } from './guard'

const processor = unified().use(remarkParse).use(blankFrontMatter).use(remarkMdx).use(remarkGfm).use(guard).freeze()

/** The Markdown tree of a file's text, and everything in it that is not words. Throws where the syntax cannot be read. */
export function parseBody(text: string): { tree: Root; faults: BodyFault[] } {
  const file = new VFile(text)
  const tree = processor.runSync(processor.parse(file), file) as Root
  return { tree, faults: file.data.faults ?? [] }
}
