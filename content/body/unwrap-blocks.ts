import type { Paragraph, PhrasingContent, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { MdxElement } from './mdx-element'

/** A component alone in its paragraph is a block: it takes the paragraph's place, and its words become one. */
export const unwrapBlocks = () => (tree: Root) => {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    if (!parent || index === undefined || !isOnlyTags(paragraph)) return
    const tags = paragraph.children.filter((child) => child.type === 'mdxJsxTextElement')
    parent.children.splice(index, 1, ...tags.map(toBlock))
    return [SKIP, index + tags.length]
  })
}

/** Does a paragraph hold tags and white space alone? */
export const isOnlyTags = (paragraph: Paragraph) =>
  paragraph.children.some(isTag) && paragraph.children.every((node) => isTag(node) || isSpace(node))

const isTag = (node: PhrasingContent) => node.type === 'mdxJsxTextElement'

const isSpace = (node: PhrasingContent) => node.type === 'text' && node.value.trim() === ''

function toBlock(
  tag: Extract<PhrasingContent, { type: 'mdxJsxTextElement' }>,
): Extract<MdxElement, { type: 'mdxJsxFlowElement' }> {
  const words: Paragraph = { type: 'paragraph', children: tag.children }
  return { ...tag, type: 'mdxJsxFlowElement', children: tag.children.length > 0 ? [words] : [] }
}
