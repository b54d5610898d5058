import { expect, test } from 'vitest'
import { makeArticle } from '#lib/tools/testing/make-article'
import { makeIndex } from '#lib/tools/testing/make-index'
import type { Article } from '#lib/types'
import { makeEdition } from './edition'
import { rankRelated } from './related'

const now = new Date('2024-11-22T12:00:00Z')

const slugs = (articles: Article[] | undefined) => articles?.map(({ slug }) => slug)

test('an edition holds the public stories and ends when the next one is due', () => {
  const articles = [
    makeArticle({ slug: 'old', publishedAt: '2024-11-20T00:00:00Z', formerSlugs: ['older'] }),
    makeArticle({ slug: 'draft', status: 'draft', photos: ['photos/secret.png'] }),
    makeArticle({ slug: 'soon', publishedAt: '2024-11-22T13:00:00Z' }),
    makeArticle({ slug: 'later', publishedAt: '2024-11-23T13:00:00Z' }),
    makeArticle({ slug: 'gone', withdrawn: { at: '2024-11-22T11:00:00Z', reason: 'Wrong.' } }),
    makeArticle({ slug: 'new', photos: ['photos/open.png'] }),
  ]
  const edition = makeEdition(makeIndex({ articles }), now)
  expect(slugs(edition.articles)).toEqual(['new', 'old'])
  expect(edition.until).toEqual(new Date('2024-11-22T13:00:00Z'))
  expect([...edition.withdrawn.keys()]).toEqual(['gone'])
  expect([...edition.moved]).toEqual([['older', 'old']])
  expect([...edition.photos]).toEqual(['photos/open.png'])
  expect(slugs(makeEdition(makeIndex({ articles }), edition.until).articles)).toEqual(['soon', 'new', 'old'])
})

test('an edition ends, too, when a story is withdrawn', () => {
  const leaving = makeArticle({ slug: 'leaving', withdrawn: { at: '2024-11-22T14:00:00Z', reason: 'Wrong.' } })
  const edition = makeEdition(makeIndex({ articles: [leaving] }), now)
  expect(slugs(edition.articles)).toEqual(['leaving'])
  expect(edition.until).toEqual(new Date('2024-11-22T14:00:00Z'))
  expect(slugs(makeEdition(makeIndex({ articles: [leaving] }), edition.until).articles)).toEqual([])
})

test('an edition lasts from the last change readers saw to the next, updates and corrections included', () => {
  const old = { publishedAt: '2024-11-01T00:00:00Z' }
  const articles = [
    makeArticle({ slug: 'updated', ...old, updatedAt: '2024-11-22T11:30:00Z' }),
    makeArticle({ slug: 'corrected', ...old, corrections: [{ at: '2024-11-22T12:30:00Z', text: 'Wrong.' }] }),
    makeArticle({
      slug: 'draft',
      status: 'draft',
      publishedAt: '2024-11-22T11:59:00Z',
      updatedAt: '2024-11-22T12:01:00Z',
    }),
  ]
  const { from, until } = makeEdition(makeIndex({ articles }), now)
  expect([from, until]).toEqual([new Date('2024-11-22T11:30:00Z'), new Date('2024-11-22T12:30:00Z')])
  expect(makeEdition(makeIndex({ articles }), until).from).toEqual(until)
})

test('in an edition a story has only what has taken effect, the newest correction first', () => {
  const article = makeArticle({
    slug: 'story',
    updatedAt: '2024-11-22T12:30:00Z',
    withdrawn: { at: '2024-11-22T14:00:00Z', reason: 'Wrong.' },
    corrections: [
      { at: '2024-11-22T11:00:00Z', text: 'First.' },
      { at: '2024-11-22T12:00:00Z', text: 'Second.' },
      { at: '2024-11-22T13:00:00Z', text: 'To come.' },
    ],
  })
  const storyAt = (time: Date) => makeEdition(makeIndex({ articles: [article] }), time).bySlug.get('story')
  expect(storyAt(now)?.corrections?.map(({ text }) => text)).toEqual(['Second.', 'First.'])
  expect(storyAt(now)).not.toHaveProperty('updatedAt')
  expect(storyAt(now)).not.toHaveProperty('withdrawn')
  expect(storyAt(new Date('2024-11-22T13:00:00Z'))).toMatchObject({ updatedAt: article.updatedAt })
})

test('days are those of the publication’s zone', () => {
  const edition = makeEdition(
    makeIndex({ articles: [makeArticle({ slug: 'late', publishedAt: '2024-11-21T16:00:00Z' })] }),
    now,
  )
  expect([...edition.byPeriod.keys()]).toEqual(['2024', '2024-11', '2024-11-22'])
})

test('a rare topic relates more than a common one, a shared person too, and nearness decides the rest', () => {
  const common = Array.from({ length: 30 }, (_, day) =>
    makeArticle({ slug: `common-${day + 1}`, publishedAt: `2024-10-${String(day + 1).padStart(2, '0')}T00:00:00Z` }),
  )
  const story = makeArticle({ slug: 'story', topics: ['news', 'rare'], people: ['kirby'] })
  const rare = makeArticle({ slug: 'rare', topics: ['rare'], publishedAt: '2020-01-01T00:00:00Z' })
  const quoted = makeArticle({
    slug: 'quoted',
    topics: ['other'],
    people: ['kirby'],
    publishedAt: '2020-01-02T00:00:00Z',
  })
  const stranger = makeArticle({ slug: 'stranger', topics: ['other'] })
  const edition = makeEdition(makeIndex({ articles: [...common, story, rare, quoted, stranger] }), now)
  expect(slugs(rankRelated(story, edition))).toEqual([
    'quoted',
    'rare',
    'common-30',
    'common-29',
    'common-28',
    'common-27',
  ])
})
