import { expect, test } from 'vitest'
import { checkBody } from '#content/checks/check-body'
import { type CompiledBody, compileBody } from './compile-body'
import { parseBody } from './parse-body'

const frontMatter = '---\nheadline: A story\n---\n'

function compile(body: string): CompiledBody {
  return JSON.parse(compileBody(parseBody(frontMatter + body).tree))
}

const errors = (body: string) => checkBody('x.mdx', frontMatter + body).errors

test.each([
  ['import x from "y"', 4, 1, '"import"'],
  ['export const x = 1', 4, 1, '"export"'],
  ['import duties rose sharply', 4, 1, '"import"'],
  ['Text {1 + 1} here', 4, 6, '"{"'],
  ['{process.exit()}', 4, 1, '"{"'],
  ['Text {not javascript!', 4, 6, '"{"'],
  ['<script>alert(1)</script>', 4, 1, '"<script>"'],
  ['A <b>word</b>', 4, 3, '"<b>"'],
  ['<!-- a comment -->', 4, 1, '"<!'],
  ['<Qoute by="a">x</Qoute>', 4, 1, 'Did you mean "Quote"'],
  ['<>x</>', 4, 1, '"<>"'],
  ['<Quote>x</Quote>', 4, 1, '"by"'],
  ['<Quote by="">x</Quote>', 4, 8, '"by" of <Quote> is empty'],
  ['<Quote by={"a"}>x</Quote>', 4, 8, '"by" of <Quote> is not plain text'],
  ['<Quote by="a" {...all}>x</Quote>', 4, 15, 'is code'],
  ['<Quote by="a" excerpt>x</Quote>', 4, 15, '"excerpt"'],
  ['<Quote by="a" onclick="x()">x</Quote>', 4, 15, '"onclick" is not an attribute'],
  ['<Quote by="a" on="2024-02-30">x</Quote>', 4, 15, '"2024-02-30"'],
  ['<Quote by="a" source="javascript:alert(1)">x</Quote>', 4, 15, '"javascript:alert(1)"'],
  ['<Quote by="a">x', 4, 1, '"<Quote'],
  ['<Photo src="a.png" alt="A" />', 4, 1, '"credit"'],
  ['A <PullQuote>word</PullQuote> inside', 4, 3, 'lines of its own'],
  ['[x](javascript:alert(1))', 4, 1, '"javascript:alert(1)"'],
  ['[x](JaVaScRiPt:alert(1))', 4, 1, 'scheme'],
  ['[x](data:text/html,x)', 4, 1, 'scheme'],
  ['[x](//evil.example)', 4, 1, '"//evil.example"'],
  ['![x](https://evil.example/x.png)', 4, 1, 'is not a picture'],
  ['[x](other-story)', 4, 1, '"other-story"'],
  ['[x][1]\n\n[1]: vbscript:x', 6, 1, 'scheme'],
])('%j is refused where it stands', (body, line, column, words) => {
  expect(errors(body)).toMatchObject([{ file: 'x.mdx', line, column, field: 'body' }])
  expect(errors(body)[0]?.message).toContain(words)
})

test('all errors of a body are told at once', () => {
  expect(
    errors('a {b! c\n\n<!-- d -->\n\n<b>e</b>')
      .map(({ line }) => line)
      .sort(),
  ).toEqual([4, 6, 8])
  expect(errors('<b>one</b>\n\n{two}\n\n[three](javascript:x)').map(({ line }) => line)).toEqual([4, 6, 8])
})

test.each([
  'Plain *words*, **strong** ones, `code {with} <tags>` and a [link](https://un.org).',
  'A price of $5 and 3 \\< 4 and \\{ a brace \\}.',
  '| a | b |\n|---|---|\n| 1 | 2 |\n\nNote[^1].\n\n[^1]: The note.',
  '<Quote by="a" on="2024-10-21" to="x" source="https://x.example" lang="ko" excerpt="true">말</Quote>',
])('%j is words', (body) => expect(errors(body)).toEqual([]))

test('positions count from the file’s first line, also with CRLF and a byte-order mark', () => {
  const text = `\uFEFF${frontMatter}one\n\n{two}`.replaceAll('\n', '\r\n')
  expect(checkBody('x.mdx', text).errors).toMatchObject([{ line: 6, column: 1 }])
})

test('a quotation alone in its paragraph is a block, inside a sentence it is inline', () => {
  const { children, quotations } = compile(
    '<Quote by="a">One</Quote>\n\nHe said <Quote by="b">two</Quote>.\n\n<Quote by="c">\nThree\n</Quote>',
  )
  expect(quotations.map(({ by, text, isInline }) => [by, text, isInline])).toEqual([
    ['a', 'One', false],
    ['b', 'two', true],
    ['c', 'Three', false],
  ])
  expect(children[0]).toMatchObject({ tagName: 'BlockQuote', children: [{ tagName: 'p' }] })
})

test('a quotation keeps its anchor when other text changes', () => {
  const id = (body: string) => compile(body).quotations.at(-1)?.id
  expect(id('<Quote by="a">The words</Quote>')).toBe(
    id('New text.\n\n<Quote by="b">Others</Quote>\n\n<Quote by="a">\nThe\nwords\n</Quote>'),
  )
  expect(id('<Quote by="a">Twice</Quote>\n\n<Quote by="a">Twice</Quote>')).toMatch(/-2$/)
})

test('the page keeps its only h1, and Korean words are marked', () => {
  expect(compile('# Title 한글').children[0]).toMatchObject({
    tagName: 'h2',
    children: [{ value: 'Title ' }, { tagName: 'span', properties: { lang: 'ko' } }],
  })
})
