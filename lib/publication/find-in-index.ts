import { readIndex } from '#lib/snapshot/load'
import type { Index } from '#lib/types'

type Kind = 'topics' | 'authors' | 'people' | 'pages'

const maps = new WeakMap<Index, Partial<Record<Kind, Map<string, unknown>>>>()

/** A topic, author, person or page by slug. */
export function findInIndex<K extends Kind>(kind: K, slug: string): Index[K][number] | undefined {
  const index = readIndex()
  const known = maps.get(index) ?? {}
  maps.set(index, known)
  known[kind] ??= new Map(index[kind].map((document) => [document.slug, document]))
  return known[kind].get(slug) as Index[K][number] | undefined
}
