import type { Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast'
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx'
import { SKIP, visit } from 'unist-util-visit'
import type { MdxElement } from './guard'

/**
 * Satteri reads a story twenty times as fast as remark and makes the same tree of it. It is native code, so that nothing
 * can stop it, and it takes for ever with some texts, or ends the process. Where it has no program for a system, remark
 * reads all.
 */
const satteri = await import('satteri').catch(() => undefined)

/** The longest body that it gets, in characters, and the most `&` in it: with more it may take over a second. */
const [maxLength, maxEntities] = [20_000, 200]

/** Code of any kind, and signs that it takes for others: NUL, other ends of lines, and the byte-order mark. */
const neverOrdinary = /[{`\0\r\u2028\u2029\uFEFF]/

/** What it does not get, as remark reads it otherwise. */
const odd = new RegExp(
  [
    // Words that may be code at the start of a line.
    '^[ \\t]*(?:import|export)\\b',
    // Marks of emphasis that touch marks of another kind, or letters of two UTF-16 units.
    ...['\\\\[*_~]', '\\*[_~]', '_[*~]', '~[*_]', '[*_~][\\uD800-\\uDBFF]', '[\\uDC00-\\uDFFF][*_~]'],
    // A note that begins within a line, or stands in the words of a link or picture, or begins with the sign of a block.
    ...[
      '^.+\\[\\^[^\\]\\n]{0,300}\\]:',
      '\\[[^\\]]{0,300}\\[\\^',
      '!\\[\\^',
      '^[ \\t]*\\[\\^[^\\]\\n]+\\]:[ \\t]*(?:[^\\s\\w]|\\d+[.)])',
    ],
    // A definition that another block follows at once.
    '^[ \\t]*\\[[^\\]\\n]+\\]:.*\\n(?![ \\t]*(?:\\n|\\[|$))',
    // A tag in a quotation of Markdown's own, one of several lines within or below others, and one after the sign of a list.
    ...[
      '^[^\\n<>]*>[^\\n<]*<',
      '^[^\\n]+<\\w[^>\\n]*$',
      '^[^\\n<]+\\n<\\w[^>\\n]*$',
      '^[ \\t]*(?:[-*+]|\\d+[.)])[ \\t]+</',
    ],
    // Bare addresses without a scheme, that begin with a period, or beside an address of mail.
    ...[
      '(?<!//)www\\.',
      'https?://\\.',
      '//\\S{0,300}@',
      '@\\S{0,300}//',
      '(?<!\\()(?:xmpp|mailto):',
      '[^\\x00-\\x7F][\\w.+-]{0,100}@',
    ],
    // A table without signs at the start of its lines, a task without words, and a line that ends in a backslash.
    ...['^[^|\\n]+\\|', '\\[[ xX]\\][ \\t]*\\n', '\\\\\\n'],
  ].join('|'),
  'm',
)

function isOrdinary(body: string): boolean {
  if (body.length > maxLength || neverOrdinary.test(body) || odd.test(body)) return false
  return count(body, /&/g) <= maxEntities && ['*', '_'].every((sign) => isPaired(body, sign))
}

/** Marks of emphasis that are left over are paired otherwise where single and double ones meet. */
function isPaired(body: string, sign: string): boolean {
  const runs = body.match(new RegExp(`[${sign}]+`, 'g')) ?? []
  const [single, double] = [1, 2].map((length) => runs.filter((run) => run.length === length).length)
  return Number(single) + Number(double) === runs.length && Number(single) % 2 === 0 && Number(double) % 2 === 0
}

const count = (body: string, sign: RegExp) => body.match(sign)?.length ?? 0

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
  let isSound = true
  let tags = 0
  visit(tree, (node, _index, parent) => {
    isSound &&= isWithin(node, parent) && (!isTag(node) || placeAttributes(node, body))
    if (isTag(node)) tags += body[Number(node.position?.end.offset) - 2] === '/' ? 1 : 2
    if ('children' in node) mergeTexts(node)
    // A paragraph of tags alone comes as the blocks that it stands for.
    if (node.type === 'mdxJsxFlowElement' && node.children.some(isPhrasing)) {
      const words: Paragraph = { type: 'paragraph', children: node.children as unknown as PhrasingContent[] }
      node.children = [words]
    }
    return isSound ? undefined : SKIP
  })
  // Tags that follow others on a line may be left out.
  return isSound && tags === count(body, /(?<!\\)</g)
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

const isTag = (node: Nodes): node is Extract<Nodes, MdxElement> =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'

/** Marks of emphasis that overlap with tags are accepted, and remark refuses them. */
function isWithin({ position }: Nodes, parent: Parents | undefined): boolean {
  const around = parent?.position
  if (!position || !around || parent.type === 'root') return true
  return (
    Number(position.start.offset) >= Number(around.start.offset) &&
    Number(position.end.offset) <= Number(around.end.offset)
  )
}

const phrasing = new Set([
  ...[
    'text',
    'emphasis',
    'strong',
    'delete',
    'inlineCode',
    'break',
    'link',
    'linkReference',
    'image',
    'imageReference',
  ],
  ...['footnoteReference', 'mdxJsxTextElement'],
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
