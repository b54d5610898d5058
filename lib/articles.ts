import { asOf } from './as-of'
import { readGenerationTime, readIndex } from './content'
import { type Edition, makeEdition } from './edition'
import { oncePerProcess } from './once-per-process.mjs'
import { lifeAt, type StoryLife } from './story-life'
import type { Article, Index } from './types'

/** The edition that was asked for last, and the index it was made from. */
export type CurrentEdition = { index?: Index; edition?: Edition }

const current = oncePerProcess<CurrentEdition>('edition', () => ({}))

/** The edition of a moment. Only here are stories seen that are not public. */
export function getEdition(now: Date): Edition {
  const index = readIndex()
  const { edition } = current
  if (edition && current.index === index && edition.from <= now && now < edition.until) return edition
  const next = makeEdition(index, now)
  Object.assign(current, { index, edition: next })
  return next
}

/** When what readers see last changed: by a new generation, or because the time of something in it had come. */
export const getChangedAt = (now: Date): Date =>
  new Date(Math.max(+getEdition(now).from, Math.min(+readGenerationTime(), +now)))

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
