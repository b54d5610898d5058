import { statSync } from 'node:fs'
import { openSearchIndex, type SearchIndex } from './search-index'

let current: { index: SearchIndex; version: string } | undefined

/** The search index in a file, opened anew when another takes its place. Throws when it is missing or no index. */
export function currentSearchIndex(file: string): SearchIndex {
  const { ino, mtimeMs } = statSync(file)
  const version = `${file} ${ino} ${mtimeMs}`
  if (current?.version === version) return current.index
  current?.index.close()
  current = undefined
  current = { index: openSearchIndex(file), version }
  return current.index
}
