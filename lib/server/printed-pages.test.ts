import { beforeEach, expect, test } from 'vitest'
import { oncePerProcess } from '../once-per-process.mjs'
import { getPrintedPage, keepPrintedPage } from './printed-pages.mjs'

const noon = Date.parse('2024-11-22T12:00:00Z')
const edition = { from: new Date(noon - 60_000), until: new Date(noon + 3_600_000) }
const page = (begun: number, size = 1) => ({ html: Buffer.alloc(size), etag: 'W/"x"', begun, encoded: new Map() })

beforeEach(() => {
  Object.assign(
    oncePerProcess('edition', () => ({})),
    { edition, takenAt: 0 },
  )
})

test('a page is handed out for a minute', () => {
  keepPrintedPage('/latest', page(noon))
  expect(getPrintedPage('/latest', noon + 59_999)).toBeDefined()
  expect(getPrintedPage('/latest', noon + 60_000)).toBeUndefined()
})

test('a page from before the clock was put back is made anew', () => {
  keepPrintedPage('/latest', page(noon + 1000))
  expect(getPrintedPage('/latest', noon)).toBeUndefined()
})

test('a page that was begun before the edition is gone, even if it is young', () => {
  keepPrintedPage('/latest', page(+edition.from - 1))
  expect(getPrintedPage('/latest', +edition.from)).toBeUndefined()
})

test('a page that was begun before this server took a new generation is gone', () => {
  Object.assign(
    oncePerProcess('edition', () => ({})),
    { edition, takenAt: noon + 500 },
  )
  keepPrintedPage('/latest', page(noon + 499))
  expect(getPrintedPage('/latest', noon + 600)).toBeUndefined()
  keepPrintedPage('/latest', page(noon + 501))
  expect(getPrintedPage('/latest', noon + 600)).toBeDefined()
})

test('when the next story comes out, what was made before it is gone', () => {
  const until = new Date(noon + 1000)
  Object.assign(
    oncePerProcess('edition', () => ({})),
    { edition: { ...edition, until } },
  )
  keepPrintedPage('/latest', page(noon))
  expect(getPrintedPage('/latest', +until - 1)).toBeDefined()
  expect(getPrintedPage('/latest', +until)).toBeUndefined()
})

test('memory is bounded: the page that nobody asked for the longest goes first', () => {
  const third = 20 * 2 ** 20
  keepPrintedPage('/a', page(noon, third))
  keepPrintedPage('/b', page(noon, third))
  getPrintedPage('/a', noon)
  keepPrintedPage('/c', page(noon, third))
  expect(['/a', '/b', '/c'].map((path) => getPrintedPage(path, noon) !== undefined)).toEqual([true, false, true])
})
