import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAst } from 'vitest/node'
import { en } from './en'
import { getMessages } from './messages'

test('a region has the words of its language, and a language without a catalogue has English ones', () => {
  expect(getMessages('en')).toBe(en)
  expect(getMessages('en-GB')).toBe(en)
  expect(getMessages('tlh')).toBe(en)
})

test('a sentence is told in its own order, whatever its elements are', () =>
  expect(
    en.notices.goElsewhere(
      (text) => ({ to: '/', text }),
      (text) => ({ to: '/latest', text }),
    ),
  ).toEqual([
    'Go to the ',
    { to: '/', text: 'front page' },
    ' or to the ',
    { to: '/latest', text: 'latest stories' },
    '.',
  ]))

test.each(
  ['components', 'app'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => join(folder, file)),
  ),
)('%s has no interface words of its own', (file) => expect(findWords(readFileSync(file, 'utf8'))).toEqual([]))

test.each([
  ['<p>By {name}</p>', ['By']],
  ['<p>{isOne ? "a correction" : `many corrections`}</p>', ['a correction', 'many corrections']],
  ['<p>{"page " + page}</p>', ['page']],
  ['<nav aria-label="topics" />', ['topics']],
  ['<List whenEmpty={"none yet"} />', ['none yet']],
  ['toMetadata("Latest stories", address)', ['Latest stories']],
  ['<p className="label text-soft" lang="ko">{name} · {count > 1 && ", "}</p>', []],
  ['reason === "reads" && <a href={messages.path("latest")}>{text}</a>', []],
  ['new Headers({ "Content-Type": "text/html" })', []],
  ['throw new Error("No such page")', []],
])('in %s the interface words are %j', (code, words) => expect(findWords(code)).toEqual(words))

type Node = { type: string; [field: string]: unknown }

/** Attributes whose text people read or hear. */
const read =
  /^(aria-(label|description|roledescription|valuetext)|alt|title|label|description|placeholder|text|before|after|whenEmpty)$/

/** Text that stands in code for people: in an element, in an attribute that is read, or, anywhere, with a capital first. */
function findWords(code: string): string[] {
  const words: string[] = []
  visit(parseAst(code, { lang: 'tsx', sourceType: 'module' }) as unknown as Node, false)
  return words

  function visit(node: Node, isShown: boolean): void {
    const text = toText(node)?.trim() ?? ''
    if (isShown ? /\p{L}{2}/u.test(text) : /^\p{Lu}\p{Ll}+( |\.?$)/u.test(text)) words.push(text)
    if (/^(TS|Import|Throw)/.test(node.type)) return
    for (const child of Object.values(node).flat().filter(isNode)) visit(child, isShownIn(node, isShown))
  }
}

function toText({ type, value }: Node): string | undefined {
  if (type === 'TemplateElement') return (value as { cooked: string }).cooked
  return (type === 'Literal' || type === 'JSXText') && typeof value === 'string' ? value : undefined
}

/** Whether the text within a node is shown: comparisons and arguments are not. */
function isShownIn({ type, name, operator }: Node, isShown: boolean): boolean {
  if (type === 'JSXElement' || type === 'JSXFragment') return true
  if (type === 'JSXAttribute') return read.test(String((name as Node).name))
  if (type === 'BinaryExpression') return isShown && operator === '+'
  return isShown && !['JSXOpeningElement', 'CallExpression', 'MemberExpression'].includes(type)
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value
