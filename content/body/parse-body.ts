import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { blankFrontMatter } from './front-matter'
import { type BodyError, findErrors } from './guard'
import { parseOrdinary } from './parse-ordinary'

const remark = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze()

/**
 * The Markdown tree of a file's text, and everything in it that is not words; positions count from the file's first
 * line. Throws what remark throws where the syntax cannot be read.
 */
export function parseBody(text: string): { tree: Root; errors: BodyError[] } {
  const body = blankFrontMatter(text)
  const tree = parseOrdinary(body) ?? remark.parse(body)
  return { tree, errors: findErrors(tree) }
}
