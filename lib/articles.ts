import { readIndex } from './content'
import { type Edition, makeEdition } from './edition'
import type { Article, Index } from './types'

let current: { index: Index; edition: Edition } | undefined

/** The edition of a moment. Only here are stories seen that are not public. */
export function getEdition(now: Date): Edition {
  const index = readIndex()
  const isCurrent = current?.index === index && current.edition.from <= now && now < current.edition.until
  if (!current || !isCurrent) current = { index, edition: makeEdition(index, now) }
  return current.edition
}

/** Public stories, newest first. */
export const getArticles = (now: Date): Article[] => getEdition(now).articles

/** A public story. */
export const getArticle = (slug: string, now: Date): Article | undefined => getEdition(now).bySlug.get(slug)

/** A story that was public and is withdrawn. */
export const getWithdrawnArticle = (slug: string, now: Date): Article | undefined => getEdition(now).withdrawn.get(slug)
