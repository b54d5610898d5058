import type { Root as HastRoot, RootContent } from 'hast'
import type { Root } from 'mdast'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { type BodyFacts, takeBodyFacts } from './body-facts'
import { markHangul } from './mark-hangul'
import { toPlainElements } from './to-plain-elements'
import { unwrapBlocks } from './unwrap-blocks'

/** A body as it is kept: its tree, and what other pages need to know of it. */
export type CompiledBody = BodyFacts & { children: RootContent[] }

const processor = unified()
  .use(unwrapBlocks)
  .use(remarkRehype, {
    passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'],
    footnoteBackLabel: (reference: number) => `Back to note ${reference + 1} in the text`,
    clobberPrefix: '',
  })
  .use(toPlainElements)
  .use(markHangul)
  .freeze()

/** Makes the Markdown tree of a body without errors into the small tree that pages render, as JSON. Changes the tree. */
export function compileBody(markdown: Root): string {
  const tree = processor.runSync(markdown) as HastRoot
  const facts = takeBodyFacts(tree)
  return JSON.stringify({ ...facts, children: tree.children } satisfies CompiledBody)
}
