import type { z } from 'zod'
import { splitFrontMatter } from '../body/front-matter'
import type { Folder } from '../content-dir'
import { articleRule } from '../schema/article'
import { authorRule } from '../schema/author'
import { pageRule } from '../schema/page'
import { personRule } from '../schema/person'
import { topicRule } from '../schema/topic'
import { type BodyReference, bodyReferences } from './body-references'
import { checkBody } from './check-body'
import { checkFrontMatter, type FrontMatter } from './check-front-matter'
import { type Fault, wholeFile } from './fault'
import type { ListedFile } from './list-files'
import { readText } from './read-text'

/** A document that was read by itself; what it refers to is still to be looked up. */
export type CheckedDocument = ListedFile & {
  data: Record<string, unknown>
  placeOf: FrontMatter['placeOf']
  references: BodyReference[]
}

const rules: Record<Folder, z.ZodObject> = {
  articles: articleRule,
  topics: topicRule,
  authors: authorRule,
  people: personRule,
  pages: pageRule,
}

/** Checks everything that one file says by itself. */
export function checkDocument(listed: ListedFile): { document: CheckedDocument; faults: Fault[] } {
  const { file, folder } = listed
  const nothing = { ...listed, data: {}, placeOf: () => wholeFile, references: [] }
  const read = readText(file)
  if ('message' in read)
    return { document: nothing, faults: [{ file, ...wholeFile, field: 'file', message: read.message }] }
  const { yaml } = splitFrontMatter(read.text)
  const stray = /^---[^\r\n]+/m.exec(yaml ?? '')
  if (yaml === undefined || stray) {
    return {
      document: nothing,
      faults: [{ file, ...wholeFile, field: 'front matter', message: fenceMessage(read.text) }],
    }
  }
  const frontMatter = checkFrontMatter(file, yaml, 2, rules[folder])
  const body = checkBody(file, read.text)
  const references = body.tree ? bodyReferences(body.tree) : []
  return { document: { ...listed, ...frontMatter, references }, faults: [...frontMatter.faults, ...body.faults] }
}

function fenceMessage(text: string): string {
  const first = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? ''
  if (first === '---') return 'does not end. Close it with a line of exactly "---"'
  if (first.startsWith('---')) return `"${first}" is not a fence. Begin the file with a line of exactly "---"`
  return 'is missing. Begin the file with a line of exactly "---", the fields, and a second such line'
}
