import type { Root } from 'hast'
import { toText } from 'hast-util-to-text'
import { byNewest } from '#lib/publication/edition'
import { lifeAt } from '#lib/rules/story-life'
import type { CompiledBody, Index } from '#lib/types'
import type { SearchableStory } from './write-search-index'

/** A story's compiled body as JSON, and a key that stands for all that its file says. */
export type KeyedBody = { key: string; read: () => string }

/** The stories of an index as the search sees them, the newest first: none that is a draft or, by now, withdrawn. */
export function searchStories(
  index: Index,
  bodyOf: (slug: string) => KeyedBody,
  toKey: (...parts: string[]) => string,
  now: Date,
): SearchableStory[] {
  const named = (documents: { slug: string; names: string }[]) =>
    new Map(documents.map(({ slug, names }) => [slug, names]))
  const topics = named(index.topics.map(({ slug, title }) => ({ slug, names: title })))
  const authors = named(index.authors.map(({ slug, name }) => ({ slug, names: name })))
  const people = named(
    index.people.map(({ slug, name, nativeName }) => ({ slug, names: `${name} ${nativeName?.text ?? ''}` })),
  )
  const lines = (slugs: string[], names: Map<string, string>) => slugs.map((slug) => names.get(slug) ?? '')
  const stories = index.articles
    .filter((article) => !['draft', 'withdrawn'].includes(lifeAt(article, now)))
    .sort(byNewest)
  return stories.map((article) => {
    const { slug, publishedAt, headline, dek, kicker = '', place = '' } = article
    const names = [...lines(article.people, people), ...lines(article.authors, authors)].join('\n')
    const labels = [...lines(article.topics, topics), kicker, place].join('\n')
    const body = bodyOf(slug)
    return {
      ...{ slug, publishedAt, key: toKey(body.key, names, labels) },
      texts: () => ({ headline, dek, body: bodyText(body.read()), names, labels }),
    }
  })
}

function bodyText(compiled: string): string {
  const { children } = JSON.parse(compiled) as CompiledBody
  return children.map((child) => toText({ type: 'root', children: [child] } as Root)).join('\n')
}
