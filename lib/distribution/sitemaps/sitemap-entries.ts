import { getModifiedAt } from '#lib/publication/articles'
import type { Edition } from '#lib/publication/edition'
import { addressKinds, rowOf } from '#lib/rules/address-table'
import * as links from '#lib/rules/links'
import { countPages } from '#lib/rules/paginate'
import type { Article, Index, StoryCorrection } from '#lib/types'

/** A public address: its path, when it last changed where that is known, and the paths of the pictures it shows. */
export type SitemapEntry = { path: string; changedAt?: Date | undefined; images?: string[] }

/** What a sitemap is made of. `countQuotations` counts those of a person in public stories. */
export type SitemapSource = {
  index: Index
  edition: Edition
  corrections: StoryCorrection[]
  countQuotations: (person: string) => number
}

/**
 * Every public address: the stories, oldest first, so that their parts of a sitemap stay as they are when new ones come
 * out, then everything else. A list changes when a story is added to it.
 */
export function toSitemapEntries({ index, edition, corrections, countQuotations }: SitemapSource) {
  const { articles, byTopic, byAuthor, byPerson, byPeriod } = edition
  const toStories = (path: string, stories: Article[] = []) => toPages(path, stories.length, stories[0]?.publishedAt)
  return [
    ...articles.toReversed().map(toStory),
    ...toPages(links.frontPagePath, 0, articles[0]?.publishedAt),
    ...toStories(links.latestPath, articles),
    ...standing.map(({ path }) => ({ path })),
    ...index.pages.map(({ slug }) => ({ path: links.pagePath(slug) })),
    ...toPages(links.correctionsPath, corrections.length, corrections[0]?.at),
    ...index.topics.flatMap(({ slug }) => toStories(links.topicPath(slug), byTopic.get(slug))),
    ...index.authors.flatMap(({ slug }) => toStories(links.authorPath(slug), byAuthor.get(slug))),
    ...[...byPeriod].flatMap(([period, stories]) => toStories(links.archivePeriodPath(period), stories)),
    ...[...byPerson].flatMap(([person, stories]) =>
      toPages(links.personPath(person), countQuotations(person), stories[0]?.publishedAt),
    ),
  ]
}

/** Pages that are there whatever content there is. */
const standing = addressKinds.map(rowOf).filter(({ isListed }) => isListed)

const toStory = (article: Article): SitemapEntry => ({
  path: links.articlePath(article.slug),
  changedAt: getModifiedAt(article),
  images: article.photos.map((photo) => links.photoPath(photo)),
})

/** A list's pages, which all change when its newest member comes. */
const toPages = (list: string, members: number, newest: string | undefined): SitemapEntry[] =>
  Array.from({ length: countPages(members) }, (_, index) => ({
    path: links.listPagePath(list, index + 1),
    changedAt: newest === undefined ? undefined : new Date(newest),
  }))
