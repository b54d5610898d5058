import type { Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast'
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx'
import { isOrdinary } from './is-ordinary'
import { isMdxElement, type MdxElement } from './mdx-element'
import { walk } from './walk'

/**
 * Satteri reads a story twenty times as fast as remark and makes the same tree of it. It is native code, so that nothing
 * can stop it, and it takes for ever with some texts, or ends the process. Where it has no program for a system, remark
 * reads all.
 */
const satteri = await import('satteri').catch(() => undefined)

/**
 * The tree that remark makes of a body, made much faster. Undefined for a body that is not ordinary, whatever the reason:
 * remark shall read it, and say what is wrong with it.
 */
export function parseOrdinary(body: string): Root | undefined {
  if (!satteri || !isOrdinary(body)) return undefined
  try {
    const tree = satteri.mdxToMdast(body, { features: { gfm: true, frontmatter: false } }) as Root
    return adapt(tree, body) ? tree : undefined
  } catch {
    return undefined
  }
}

/** Makes the tree like remark's where it differs. Says no where it cannot. */
function adapt(tree: Root, body: string): boolean {
  let isValid = true
  let signs = 0
  walk<Nodes>(tree, (node, parent) => {
    isValid &&= isWithin(node, parent) && (!isMdxElement(node) || placeAttributes(node, body))
    if (!isValid) return false
    if (isMdxElement(node)) signs += body[Number(node.position?.end.offset) - 2] === '/' ? 1 : 2
    if ('children' in node) mergeTexts(node)
    // A paragraph of tags alone comes as the blocks that it stands for.
    if (node.type === 'mdxJsxFlowElement' && node.children.some(isPhrasing)) {
      const words: Paragraph = { type: 'paragraph', children: node.children as unknown as PhrasingContent[] }
      node.children = [words]
    }
    return undefined
  })
  // Tags that follow others on a line may be left out.
  return isValid && signs === (body.match(/(?<!\\)</g)?.length ?? 0)
}

/** Words beside a bare address may come in two pieces. */
function mergeTexts(parent: Parents): void {
  for (let at = parent.children.length - 1; at > 0; at--) {
    const [before, after] = [parent.children[at - 1], parent.children[at]]
    if (before?.type !== 'text' || after?.type !== 'text') continue
    before.value += after.value
    if (before.position && after.position) before.position.end = after.position.end
    parent.children.splice(at, 1)
  }
}

/** Marks of emphasis that overlap with tags are accepted, and remark refuses them. */
function isWithin({ position }: Nodes, parent: Nodes | undefined): boolean {
  const around = parent?.position
  if (!position || !around || parent.type === 'root') return true
  return (
    Number(position.start.offset) >= Number(around.start.offset) &&
    Number(position.end.offset) <= Number(around.end.offset)
  )
}

const phrasing = new Set([
  ...['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'linkReference'],
  ...['image', 'imageReference', 'footnoteReference', 'mdxJsxTextElement'],
])

const isPhrasing = ({ type }: Nodes) => phrasing.has(type)

/** An attribute without braces: a name, with or without a quoted value. */
const attribute = /\s*([^\s"'=<>/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'))?/y

/** Finds out where the attributes of a tag stand. Says no where the text has others, or no end of the tag. */
function placeAttributes({ name, attributes, position }: MdxElement, body: string): boolean {
  const tag = body.slice(position?.start.offset, position?.end.offset)
  if (!tag.endsWith('/>') && !tag.endsWith(`</${name}>`)) return false
  attribute.lastIndex = Number(position?.start.offset) + 1 + (name?.length ?? 0)
  let end = attribute.lastIndex
  for (const one of attributes as MdxJsxAttribute[]) {
    const [text = '', found] = attribute.exec(body) ?? []
    if (found !== one.name) return false
    const start = end + text.length - text.trimStart().length
    end += text.length
    one.position = { start: toPoint(start, position, body), end: toPoint(end, position, body) }
  }
  return /^\s*\/?\s*>/.test(body.slice(end, end + 200))
}

/** The line and column of an offset behind the start of a node. */
function toPoint(offset: number, position: MdxElement['position'], body: string) {
  const { line = 1, column = 1, offset: start = 0 } = position?.start ?? {}
  const between = body.slice(start, offset).split('\n')
  return between.length === 1
    ? { line, column: column + offset - start, offset }
    : { line: line + between.length - 1, column: (between.at(-1) ?? '').length + 1, offset }
}
