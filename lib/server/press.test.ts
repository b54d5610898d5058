import { AsyncLocalStorage } from 'node:async_hooks'
import { beforeEach, expect, test, vi } from 'vitest'
import { oncePerProcess } from '../once-per-process.mjs'
import Press from './press.mjs'
import { getPrintedPage } from './printed-pages.mjs'

const press = new Press({ fs: {}, serverDistDir: '/nowhere', revalidatedTags: [] })
const keyOf = (path: string) => `/route-cache/APP_PAGE/0f3a/$${path}`
const context = { kind: 'APP_PAGE' }
const value = (html: string) => ({ kind: 'APP_PAGE', html, rscData: Buffer.from('flight'), segmentData: new Map() })
const edition = oncePerProcess<{ edition?: object }>('edition', () => ({}))

beforeEach(() => {
  edition.edition = { from: new Date(0), until: new Date(8.64e15) }
})

test('the request that a page was made for gets it without the runtime, and so does the next', async () => {
  const made = value('<p>News</p><script>self.__next_f.push()</script>')
  expect(await press.get(keyOf('/latest'), context)).toBeNull()
  await press.set(keyOf('/latest'), made, context)
  expect(made).toMatchObject({ html: '<p>News</p>', rscData: undefined, segmentData: undefined })
  expect(await press.get(keyOf('/latest'), context)).toMatchObject({ value: { kind: 'APP_PAGE', html: '<p>News</p>' } })
})

test('a page is as old as its making began: a story that came out meanwhile is not on it', async () => {
  vi.useFakeTimers({ now: 10_000 })
  await press.get(keyOf('/topics'), context)
  vi.setSystemTime(10_010)
  edition.edition = { from: new Date(10_005), until: new Date(8.64e15) }
  await press.set(keyOf('/topics'), value('<p>Old</p>'), context)
  expect(await press.get(keyOf('/topics'), context)).toBeNull()
  vi.useRealTimers()
})

test('a page made for a request of the generation before is for that request alone', async () => {
  const [before, newest] = [{}, {}]
  Object.assign(
    oncePerProcess('generation', () => ({})),
    { loaded: newest },
  )
  const pinned = oncePerProcess('pinned-generation', () => new AsyncLocalStorage<object>())
  const make = (path: string) => press.set(keyOf(path), value('<p>News</p>'), context)
  await pinned.run(before, () => make('/authors'))
  await pinned.run(newest, () => make('/people'))
  expect([getPrintedPage('/authors'), getPrintedPage('/people')]).toEqual([undefined, expect.anything()])
})

test('pages are kept under their composed path, the front page under /', async () => {
  await press.set(keyOf('/index'), value('front'), context)
  await press.set(keyOf(`/topics/${'한국'.normalize('NFD')}`), value('topic'), context)
  expect(getPrintedPage('/')?.html.toString()).toBe('front')
  expect(getPrintedPage('/topics/한국')?.html.toString()).toBe('topic')
})
