import { readIndex } from '#lib/snapshot/load'
import type { Article, Topic } from '#lib/types'
import { getEdition } from './articles'
import { findInIndex } from './find-in-index'

export const getTopic = (slug: string): Topic | undefined => findInIndex('topics', slug)

/** The topics of the menu, in its order. */
export const getMenuTopics = (): Topic[] => readIndex().publication.topics.flatMap((slug) => getTopic(slug) ?? [])

/** Every topic: those of the menu in its order, then the others by title. */
export function getTopics(): Topic[] {
  const menu = getMenuTopics()
  const others = readIndex().topics.filter((topic) => !menu.includes(topic))
  return [...menu, ...others.sort((a, b) => a.title.localeCompare(b.title, 'en'))]
}

/** A topic's public stories, newest first. */
export const getTopicArticles = (slug: string, now: Date): Article[] => getEdition(now).byTopic.get(slug) ?? []

/** The topics of a story, the primary one first. */
export const getTopicsOf = (article: Article): Topic[] => article.topics.flatMap((slug) => getTopic(slug) ?? [])
