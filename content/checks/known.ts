import type { Folder } from '#content/content-dir'
import type { Suggest } from '#content/did-you-mean'
import type { CheckedDocument } from './check-document'
import type { ListedPhoto } from './list-photos'

/** All there is to refer to: documents by folder and slug, pictures with what is wrong with each, and the publication's zone. */
export type Known = {
  documents: Record<Folder, Map<string, CheckedDocument>>
  photos: Map<string, ListedPhoto>
  zone: string
  now: Date
  suggest: Suggest
}

/** The strings of a field that should be a list of them. */
export const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

const one: Record<Folder, string> = {
  articles: 'a story',
  topics: 'a topic',
  authors: 'an author',
  people: 'a person',
  pages: 'a page',
}

/** What is wrong with a reference. Its words are made only when they are listed: to find what was meant takes long. */
export type Problem = () => string

/** What is wrong with a slug that should name a document of a kind. */
export function documentError(
  slug: string,
  folder: Folder,
  { documents, suggest }: Pick<Known, 'documents' | 'suggest'>,
): Problem | undefined {
  if (documents[folder].has(slug)) return undefined
  return () => {
    const meant = suggest(slug, documents[folder].keys())
    return `"${slug}" is not ${one[folder]}.${meant || ` Add ${folder}/${slug}.mdx or name another`}`
  }
}
