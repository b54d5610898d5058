import { expect, test } from 'vitest'
import { makeArticle } from '#lib/tools/testing/make-article'
import { makeIndex } from '#lib/tools/testing/make-index'
import type { Article } from '#lib/types'
import { makeEdition } from './edition'
import { rankRelated } from './related'
import { orderParts } from './story-so-far'

const now = new Date('2024-11-22T12:00:00Z')
const part = (slug: string, day: number, fields: Partial<Article> = {}) =>
  makeArticle({ slug, publishedAt: `2024-11-${String(day).padStart(2, '0')}T00:00:00Z`, ...fields })

function partsOf(slug: string, articles: Article[]): string[] {
  const edition = makeEdition(makeIndex({ articles }), now)
  const article = edition.bySlug.get(slug)
  if (!article) throw new Error(`${slug} is not public`)
  return orderParts(article, edition).map((part) => part.slug)
}

test('every part has the whole chain, the earliest first', () => {
  const chain = [part('third', 3, { follows: ['second'] }), part('first', 1), part('second', 2, { follows: ['first'] })]
  for (const { slug } of chain) expect(partsOf(slug, chain)).toEqual(['first', 'second', 'third'])
})

test('a story that stands alone has no other parts', () => {
  expect(partsOf('alone', [part('alone', 1), part('other', 2)])).toEqual([])
})

test('branches: a part has what led to it and what came of it, not what came of those beside it', () => {
  const articles = [
    part('root', 1),
    part('left', 2, { follows: ['root'] }),
    part('right', 3, { follows: ['root'] }),
    part('both', 4, { follows: ['left', 'right'] }),
  ]
  expect(partsOf('left', articles)).toEqual(['root', 'left', 'both'])
  expect(partsOf('root', articles)).toEqual(['root', 'left', 'right', 'both'])
  expect(partsOf('both', articles)).toEqual(['root', 'left', 'right', 'both'])
})

test('unpublished and withdrawn parts never appear; only a withdrawn one joins what stands around it', () => {
  const around = (middle: Partial<Article>) => [
    part('first', 1),
    part('middle', 2, { follows: ['first'], ...middle }),
    part('last', 3, { follows: ['middle'] }),
  ]
  const withdrawn = { at: '2024-11-10T00:00:00Z', reason: 'Wrong.' }
  expect(partsOf('last', around({ withdrawn }))).toEqual(['first', 'last'])
  expect(partsOf('first', around({ withdrawn }))).toEqual(['first', 'last'])
  expect(partsOf('last', around({ status: 'draft' }))).toEqual([])
  expect(partsOf('first', around({ publishedAt: '2024-11-23T00:00:00Z' }))).toEqual([])
})

test('parts of a story are not among the stories related to it', () => {
  const articles = [part('first', 1), part('second', 2, { follows: ['first'] }), part('other', 3)]
  const edition = makeEdition(makeIndex({ articles }), now)
  const [, second] = ['first', 'second'].map((slug) => edition.bySlug.get(slug))
  expect(second && rankRelated(second, edition).map(({ slug }) => slug)).toEqual(['other'])
})
