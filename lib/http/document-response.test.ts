import { expect, test } from 'vitest'
import { toDocumentResponse } from './document-response'
import { toTextDocument } from './text-document'

const document = toTextDocument('application/xml', '<a>한</a>')
const changedAt = new Date('2024-11-22T12:00:00.500Z')
const ask = (headers: Record<string, string>) =>
  toDocumentResponse(new Request('http://localhost:3000/feed.xml', { headers }), document, changedAt)

test('a document comes with its type, its tag and the time of the last change', async () => {
  const response = ask({})
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/xml; charset=utf-8',
    etag: document.tag,
    'last-modified': 'Fri, 22 Nov 2024 12:00:00 GMT',
  })
  expect(await response.text()).toBe('<a>한</a>')
  expect(document.tag).not.toBe(toTextDocument('application/xml', '<a>글</a>').tag)
})

test.each([
  ['the tag', { 'If-None-Match': document.tag }, 304],
  ['the tag, made strong on its way, among others', { 'If-None-Match': `"x", ${document.tag.slice(2)}` }, 304],
  ['any tag', { 'If-None-Match': '*' }, 304],
  [
    'another tag, which outweighs the time',
    { 'If-None-Match': '"x"', 'If-Modified-Since': 'Fri, 22 Nov 2024 12:00:00 GMT' },
    200,
  ],
  ['the time of the change', { 'If-Modified-Since': 'Fri, 22 Nov 2024 12:00:00 GMT' }, 304],
  ['a time before it', { 'If-Modified-Since': 'Fri, 22 Nov 2024 11:59:59 GMT' }, 200],
  ['a time that is none', { 'If-Modified-Since': 'yesterday' }, 200],
])('asked with %s', async (_, headers, status) => {
  const response = ask(headers)
  expect(response.status).toBe(status)
  if (status === 304) expect(await response.text()).toBe('')
})
