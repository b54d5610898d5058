import type { Article } from '#lib/types'
import { getEdition } from './articles'
import { byNewest, type Edition } from './edition'

/**
 * The parts of a story in order: all it follows, itself, and all that follow it, each the oldest first. Parts that
 * follow the same one are no parts of each other. Only public parts are shown; a withdrawn one still joins those before
 * and after it. Empty when the story stands alone.
 */
export function orderParts(article: Article, edition: Edition): Article[] {
  const earlier = walk(article, ({ follows = [] }) => follows.flatMap((slug) => find(slug, edition)))
  const later = walk(article, ({ slug }) => edition.followers.get(slug) ?? [])
  const isPublic = ({ slug }: Article) => edition.bySlug.has(slug)
  const parts = [earlier, [article], later].flatMap((some) => some.sort(byNewest).reverse())
  return parts.some((part) => part !== article && isPublic(part))
    ? parts.filter((part) => part === article || isPublic(part))
    : []
}

/** The parts of a story of which an article is one. */
export const getStorySoFar = (article: Article, now: Date): Article[] => orderParts(article, getEdition(now))

const find = (slug: string, { bySlug, withdrawn }: Edition) => bySlug.get(slug) ?? withdrawn.get(slug) ?? []

/** All stories that steps lead to from one, each once, without the one itself. */
function walk(start: Article, next: (article: Article) => Article[]): Article[] {
  const seen = new Set([start])
  for (const article of seen) for (const other of next(article)) seen.add(other)
  seen.delete(start)
  return [...seen]
}
