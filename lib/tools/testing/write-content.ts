import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A content folder as a list of files: relative paths and their text. */
export type EditionFiles = Record<string, string | Buffer>

/** Writes a content folder, replacing any existing one. */
export function writeEdition(folder: string, files: EditionFiles): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

/** `publication.yaml` with a menu. */
export const publicationFile = (topics: string[], name = 'The Test Gazette') => `name: ${name}
tagline: News that stays where it is
language: en
timeZone: Asia/Seoul
publisher: Test Press
topics: [${topics.join(', ')}]
`

/** A document: fields as YAML (JSON is YAML) between the fences, and a body. */
export const documentFile = (fields: Record<string, unknown>, body = '') =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')}---\n\n${body}\n`

/** The minimum that a story refers to: its topic, its author, and a person to quote. */
export const smallEdition: EditionFiles = {
  'publication.yaml': publicationFile(['news']),
  'topics/news.mdx': documentFile({ title: 'News', description: 'What is new.' }),
  'authors/desk.mdx': documentFile({ name: 'The Desk', kind: 'organization' }),
  'people/speaker.mdx': documentFile({
    name: 'Sam Speaker',
    roles: [{ title: 'Speaker', institution: 'The House', from: '2024-01-01' }],
  }),
}
