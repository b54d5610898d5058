import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import type { MdxElement } from './mdx-element'

/** A component alone in its paragraph is a block: it takes the paragraph's place, and its words become one. */
export const unwrapBlocks = () => (tree: Root) => unwrapWithin(tree)

function unwrapWithin(node: Nodes): void {
  if (!('children' in node)) return
  for (const child of node.children) unwrapWithin(child)
  node.children = (node.children as Nodes[]).flatMap((child) =>
    child.type === 'paragraph' && isOnlyTags(child) ? child.children.filter(isTag).map(toBlock) : child,
  ) as typeof node.children
}

/** Does a paragraph hold tags and white space alone? */
export const isOnlyTags = (paragraph: Paragraph) =>
  paragraph.children.some(isTag) && paragraph.children.every((node) => isTag(node) || isSpace(node))

const isTag = (node: PhrasingContent): node is Tag => node.type === 'mdxJsxTextElement'

const isSpace = (node: PhrasingContent) => node.type === 'text' && node.value.trim() === ''

type Tag = Extract<PhrasingContent, { type: 'mdxJsxTextElement' }>

function toBlock(tag: Tag): Extract<MdxElement, { type: 'mdxJsxFlowElement' }> {
  const words: Paragraph = { type: 'paragraph', children: tag.children }
  return { ...tag, type: 'mdxJsxFlowElement', children: tag.children.length > 0 ? [words] : [] }
}
