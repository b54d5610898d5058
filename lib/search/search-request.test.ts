import { expect, test, vi } from 'vitest'
import { getMessages } from '#lib/messages/messages'
import { toExpression, toTerms } from './search-query'
import { errorsOf, readSearchRequest } from './search-request'

vi.mock('#lib/publication/topics', () => ({ getTopic: (slug: string) => (slug === 'life' ? {} : undefined) }))

const errors = (query: string) => errorsOf(readSearchRequest(new URLSearchParams(query)), getMessages('en').search)

test('a search in order has no errors', () =>
  expect(errors('q=a+b&topic=life&from=2024-02-29&to=2024-03-01')).toEqual([]))

test.each([
  [`q=${'a'.repeat(10_000)}`, 'A search may have 200 characters at most; this one has 10,000.'],
  [
    `q=${Array.from('abcdefghijklm', (letter) => `${letter}b`).join(' ')}`,
    'A search may have 12 words at most; this one has 13.',
  ],
  [`q=${'이'.repeat(41)}`, 'Write spaces between words; one may have 40 letters at most.'],
  ['q=a&topic=none', 'There is no such topic. Choose one from the list.'],
  ['q=a&from=2023-02-29', '“2023-02-29” is not a date. Write dates as 2024-11-22.'],
  ['q=a&to=tomorrow', '“tomorrow” is not a date. Write dates as 2024-11-22.'],
  ['q=a&from=2024-11-02&to=2024-11-01', 'The first day comes after the last.'],
])('%.40s is refused in words', (query, error) => expect(errors(query)).toEqual([error]))

test.each([
  ['1', 1],
  ['17', 17],
  ['0', 0],
  ['-1', 0],
  ['01', 0],
  ['1e3', 0],
  ['9999999999', 0],
])('page %s is read as %i', (page, number) =>
  expect(readSearchRequest(new URLSearchParams({ page })).page).toBe(number),
)

test.each([
  ['north korea', '"north" AND ("korea" OR "korea"*)'],
  ['"north korea"', '"north korea"'],
  ['who is the premier', '("premier" OR "premier"*)'],
  ['to be or not', '("not" OR "not"*)'],
  ['who is', '"who" AND "is"'],
  ['U.N. envoy’s', '"UN" AND ("envoy" OR "envoy"*)'],
  ['NEAR(a* OR "b', '"NEAR(a" AND "b"'],
  ['🐹 !', ''],
])('%s asks the index for %s', (query, expression) => expect(toExpression(toTerms(query))).toBe(expression))
