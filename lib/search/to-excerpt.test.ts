import { expect, test } from 'vitest'
import { markEnd, markStart, toSearchText } from './search-text'
import { toExcerpt } from './to-excerpt'

const whole = { before: false, after: false }

/** A text in which what stands in brackets was found. */
const excerpt = (text: string, isCut = whole) =>
  toExcerpt(toSearchText(text).replaceAll('[', markStart).replaceAll(']', markEnd), isCut)
    .replaceAll(markStart, '[')
    .replaceAll(markEnd, ']')
    .replaceAll('\u200B', '')

const words = (count: number, word = 'word') => Array.from({ length: count }, (_, at) => `${word}${at}`).join(' ')

test('a short text is its own excerpt', () =>
  expect(excerpt('The [port] was closed on Monday.')).toBe('The [port] was closed on Monday.'))

test('an excerpt begins with the sentence of what was found, and tells what it leaves out', () =>
  expect(excerpt(`${words(50)}. The [port] was closed on Monday. ${words(50)}`)).toMatch(
    /^…The \[port\] was closed on Monday\. word0 .* word29…$/,
  ))

test('of a long sentence it has the middle', () =>
  expect(excerpt(`${words(50)} [port] ${words(50)}`)).toMatch(/^…word33 .* word49 \[port\] word0 .* word17…$/))

test('at the end of a text it has what stands before', () =>
  expect(excerpt(`${words(50)} the [port]`)).toMatch(/^…word16 .* the \[port\]$/))

test('the place with the most different finds is shown, not the first one', () =>
  expect(
    excerpt(`A [port]. ${words(60)}. [Port] after [port]. ${words(60)}. The [port] and its [ship]. ${words(60)}`),
  ).toMatch(/^…The \[port\] and its \[ship\]\. word0/))

test('letters of scripts without spaces count as words, and a find stays whole', () => {
  const text = excerpt(`${'가나'.repeat(40)} [서울] ${'다라'.repeat(40)}`)
  expect(text).toContain('[서울]')
  expect([...text].length).toBeLessThan(60)
})

test('a find of more words than an excerpt has ends with it', () =>
  expect(excerpt(`Before. [${words(60)}] after.`)).toMatch(/^…\[word0 .* word35\]…$/))

test('where the text that is looked at was cut, no half word is shown', () => {
  expect(excerpt('lf [port] was clo', { before: true, after: true })).toBe('…[port] was…')
})

test('without a find it is the beginning', () => expect(excerpt(words(80))).toMatch(/^word0 .* word35…$/))
