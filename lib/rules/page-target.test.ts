import { expect, test } from 'vitest'
import { parseAddress } from './addresses'
import { type PageTarget, parseRenderedPath, toCachePath, toRenderedPath } from './page-target'

const page = (path: string): PageTarget => ({ status: 200, address: parseAddress(path) as never, path })

test.each<[string, PageTarget, string]>([
  ['the front page', page('/'), '/rendered/200'],
  ['a story', page('/articles/talks'), '/rendered/200/articles/talks'],
  ['a story with a Hangul name', page('/articles/%ED%95%9C'), '/rendered/200/articles/%ED%95%9C'],
  ['a page of a list', page('/topics/korea/page/2'), '/rendered/200/topics/korea/page/2'],
  ['a withdrawn story', { status: 410, slug: '한글' }, '/rendered/410/%ED%95%9C%EA%B8%80'],
  ['what is not found', { status: 404 }, '/rendered/404'],
  ['an error', { status: 500 }, '/rendered/500'],
])('%s is generated at a path of its own, and found there again', (_, target, path) => {
  expect(toRenderedPath(target)).toBe(path)
  expect(parseRenderedPath(path)).toEqual(target)
})

test.each([
  '/rendered',
  '/rendered/',
  '/rendered/200/nothing/here',
  '/rendered/201/latest',
  '/latest',
  '/rendered/204',
])('nothing is generated at %s', (path) => expect(parseRenderedPath(path)).toBeUndefined())

test('no two targets have one name in the page cache', () => {
  const names = [page('/'), page('/latest'), { status: 410, slug: 'latest' } as const, { status: 404 } as const]
  expect(new Set(names.map(toCachePath)).size).toBe(names.length)
})
