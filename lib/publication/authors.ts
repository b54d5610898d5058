import { readIndex } from '#lib/snapshot/load'
import type { Article, Author } from '#lib/types'
import { getEdition } from './articles'
import { findInIndex } from './find-in-index'

export const getAuthor = (slug: string): Author | undefined => findInIndex('authors', slug)

/** Every author, by name. */
export const getAuthors = (): Author[] => readIndex().authors.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))

/** The authors of a story, in the order of its byline. */
export const getAuthorsOf = (article: Article): Author[] => article.authors.flatMap((slug) => getAuthor(slug) ?? [])

/** An author's public stories, newest first. */
export const getAuthorArticles = (slug: string, now: Date): Article[] => getEdition(now).byAuthor.get(slug) ?? []
