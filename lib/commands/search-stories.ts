import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Root } from 'hast'
import { toText } from 'hast-util-to-text'
import { byNewest } from '#lib/edition'
import type { SearchableStory } from '#lib/stores/write-search-index'
import type { CompiledBody, Index } from '#lib/types'

/** The stories of an index as the search sees them, the newest first and without drafts; bodies are read one by one. */
export function* searchStories(index: Index, bodiesDir: string): Generator<SearchableStory> {
  const named = (documents: { slug: string; names: string }[]) =>
    new Map(documents.map(({ slug, names }) => [slug, names]))
  const topics = named(index.topics.map(({ slug, title }) => ({ slug, names: title })))
  const authors = named(index.authors.map(({ slug, name }) => ({ slug, names: name })))
  const people = named(
    index.people.map(({ slug, name, nativeName }) => ({ slug, names: `${name} ${nativeName?.text ?? ''}` })),
  )
  const lines = (slugs: string[], names: Map<string, string>) => slugs.map((slug) => names.get(slug) ?? '')
  const stories = index.articles.filter(({ status }) => status !== 'draft').sort(byNewest)
  for (const article of stories) {
    const { slug, publishedAt, headline, dek, kicker = '', place = '' } = article
    yield {
      ...{ slug, publishedAt, headline, dek },
      body: bodyText(join(bodiesDir, 'articles', `${slug}.json`)),
      names: [...lines(article.people, people), ...lines(article.authors, authors)].join('\n'),
      labels: [...lines(article.topics, topics), kicker, place].join('\n'),
    }
  }
}

function bodyText(file: string): string {
  const { children } = JSON.parse(readFileSync(file, 'utf8')) as CompiledBody
  return children.map((child) => toText({ type: 'root', children: [child] } as Root)).join('\n')
}
