import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'

export type MdxElement = MdxJsxFlowElement | MdxJsxTextElement

/** Is it a tag of MDX, as a block or within a sentence, whatever tree it stands in? */
export const isMdxElement = <Node extends { type: string }>(
  node: Node,
): node is Extract<Node, { type: MdxElement['type'] }> =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
