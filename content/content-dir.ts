import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'

/** The kinds of documents, each in the folder of its name. */
export const folders = ['articles', 'topics', 'authors', 'people', 'pages'] as const

export type Folder = (typeof folders)[number]

/** The folder with the words: `CONTENT_DIR`, else `content`; absolute. */
export const contentDir = () => resolve(process.env.CONTENT_DIR || 'content')

/** What lies beside the words and is none of Contentlayer's business. */
export function foreignEntries(): string[] {
  const known = new Set<string>([...folders, 'publication.yaml'])
  return readdirSync(contentDir()).filter((entry) => !known.has(entry))
}
