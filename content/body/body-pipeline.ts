import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import type { Processor } from 'unified'
import { blankFrontMatter } from './blank-front-matter'
import { compileToJson } from './compile-to-json'
import { guard } from './guard'
import { markHangul } from './mark-hangul'
import { raiseFaults } from './raise-faults'
import { toPlainElements } from './to-plain-elements'
import { unwrapBlocks } from './unwrap-blocks'

/** The first half, which the checks use too: a file's text to a Markdown tree, its faults in `file.data`. */
export function addMarkdownPipeline(builder: Processor): void {
  builder.use(remarkParse).use(blankFrontMatter).use(remarkMdx).use(remarkGfm).use(guard)
}

/** The whole way of a body: a file's text to a small tree kept as JSON. Throws when a body is more than words. */
export function addBodyPipeline(builder: Processor): void {
  addMarkdownPipeline(builder)
  builder
    .use(raiseFaults)
    .use(unwrapBlocks)
    .use(remarkRehype, {
      passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'],
      footnoteBackLabel: (reference: number) => `Back to note ${reference + 1} in the text`,
      clobberPrefix: '',
    })
    .use(toPlainElements)
    .use(markHangul)
    .use(compileToJson)
}
