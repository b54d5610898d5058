import { rmSync } from 'node:fs'
import { type SearchableStory, writeSearchIndex } from '#lib/search/write-search-index'
import { takeCachedIndex } from './cached-search-index'

/** Makes the search index of a snapshot from the cached one, or from scratch if there is none to use. */
export function makeSearchIndex(file: string, stories: SearchableStory[]): void {
  takeCachedIndex(file)
  try {
    writeSearchIndex(file, stories)
  } catch (error) {
    if (!/^SQLITE_/.test((error as { code?: string }).code ?? '')) throw error
    rmSync(file)
    writeSearchIndex(file, stories)
  }
}
