import { lifeAt, type StoryLife } from '#lib/rules/story-life'
import { readIndex, readSnapshot, readSnapshotTime } from '#lib/snapshot/load'
import type { Article, Index } from '#lib/types'
import { asOf } from './as-of'
import { type Edition, makeEdition } from './edition'

/** The last edition that was made of an index. */
const editions = new WeakMap<Index, Edition>()

/** The edition of a moment. Only here are stories seen that are not public. */
export function getEdition(now: Date): Edition {
  const index = readIndex()
  const last = editions.get(index)
  if (last && last.from <= now && now < last.until) return last
  const edition = makeEdition(index, now)
  editions.set(index, edition)
  return edition
}

/** Names the edition of a moment: the snapshot that it is of, and when something in it last changed. */
export function getEditionKey(now: Date): string {
  const { id, since } = readSnapshot()
  return `${id} ${since} ${getEdition(now).from.toISOString()}`
}

/** When what readers see last changed: by a new snapshot, or because the time of something in it had come. */
export const getChangedAt = (now: Date): Date =>
  new Date(Math.max(+getEdition(now).from, Math.min(+readSnapshotTime(), +now)))

/** Public stories, newest first. */
export const getArticles = (now: Date): Article[] => getEdition(now).articles

/** A public story. */
export const getArticle = (slug: string, now: Date): Article | undefined => getEdition(now).bySlug.get(slug)

/** A story in whatever state of its life, with that state: for the preview alone. */
export function getStoryInAnyState(slug: string, now: Date): { article: Article; life: StoryLife } | undefined {
  const article = readIndex().articles.find((article) => article.slug === slug)
  return article && { article: getArticle(slug, now) ?? asOf(article, now), life: lifeAt(article, now) }
}

/** A story that was public and is withdrawn. */
export const getWithdrawnArticle = (slug: string, now: Date): Article | undefined => getEdition(now).withdrawn.get(slug)

/** When a story last changed for readers: published, updated or corrected. */
export const getModifiedAt = ({ publishedAt, updatedAt = publishedAt, corrections = [] }: Article): Date =>
  new Date(Math.max(...[publishedAt, updatedAt, ...corrections.map(({ at }) => at)].map(Date.parse)))
