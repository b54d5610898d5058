import type { z } from 'zod'
import { compileBody } from '#content/body/compile-body'
import { fenceMessage, splitFrontMatter } from '#content/body/front-matter'
import type { Folder } from '#content/content-dir'
import { articleRule } from '#content/schema/article'
import { authorRule } from '#content/schema/author'
import { pageRule } from '#content/schema/page'
import { personRule } from '#content/schema/person'
import { topicRule } from '#content/schema/topic'
import { type BodyQuotation, type BodyReference, bodyReferences } from './body-references'
import { checkBody } from './check-body'
import { checkFrontMatter } from './check-front-matter'
import { checkPullQuotes, type PullQuoteError } from './check-pull-quotes'
import { type ContentError, wholeFile } from './content-error'
import type { ListedFile } from './list-files'
import type { Places } from './places'
import { toReadingError, withinTime } from './within-time'

/** A document that was read by itself; what it refers to is still to be looked up. */
export type CheckedDocument = ListedFile & {
  data: Record<string, unknown>
  places: Places
  references: BodyReference[]
  quotations: BodyQuotation[]
  pullQuoteErrors: PullQuoteError[]
  /** What is wrong with it by itself. */
  errors: ContentError[]
}

const rules: Record<Folder, z.ZodObject> = {
  articles: articleRule,
  topics: topicRule,
  authors: authorRule,
  people: personRule,
  pages: pageRule,
}

/** A document that could not be read, and why. */
export const unreadable = (listed: ListedFile, field: string, message: string): CheckedDocument => ({
  ...listed,
  data: {},
  places: {},
  references: [],
  quotations: [],
  pullQuoteErrors: [],
  errors: [{ file: listed.file, ...wholeFile, field, message }],
})

/** The most quotations and pictures of a document. */
const [maxQuotations, maxPictures] = [500, 200]

/** The most characters of a compiled body. An ordinary story has four times as many as its file. */
const maxCompiledLength = 2_000_000

/** How long one document may take, in milliseconds. An ordinary story takes five. */
const maxMs = 1000

/**
 * A document that was read by itself, and its compiled body if nothing is wrong with that. `isFinal` is false where time
 * ran out: another run may come further.
 */
type ReadDocument = { document: CheckedDocument; compiled?: string; isFinal: boolean }

/**
 * Checks everything that the text of one file says by itself, and compiles its body. What it holds can neither stop the
 * command nor hold it up.
 */
export function checkDocument(listed: ListedFile, text: string): ReadDocument {
  try {
    return withinTime(() => checkInTime(listed, withoutMarks(text)), maxMs)
  } catch (error) {
    const message = toReadingError(error)
    if (!message) throw error
    return { document: unreadable(listed, 'file', message), isFinal: false }
  }
}

/** How many characters are quick to check where they are ordinary. */
const quickLength = 200_000

/**
 * Checks some documents as `checkDocument` does. To limit the time of one costs as much as an ordinary document itself, so
 * that several share one limit; if they exceed it, each gets its own.
 */
export function checkDocuments(files: { listed: ListedFile; text: string }[]): ReadDocument[] {
  try {
    if (files.reduce((sum, { text }) => sum + text.length, 0) <= quickLength) {
      return withinTime(() => files.map(({ listed, text }) => checkInTime(listed, withoutMarks(text))), maxMs)
    }
  } catch {
    // Which document it was, and why, shows below.
  }
  return files.map(({ listed, text }) => checkDocument(listed, text))
}

/** Text without a byte-order mark, its lines ended alike. */
export const withoutMarks = (text: string) => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')

function checkInTime(listed: ListedFile, text: string): ReadDocument {
  const { file, folder } = listed
  const { yaml } = splitFrontMatter(text)
  if (yaml === undefined || /^---[^\n]/m.test(yaml)) {
    return { document: unreadable(listed, 'front matter', fenceMessage(text)), isFinal: true }
  }
  const { data, places, errors } = checkFrontMatter(file, yaml, 2, rules[folder])
  const { tree, errors: bodyErrors, isFinal } = checkBody(file, text)
  const { references, quotations } = tree ? bodyReferences(tree) : { references: [], quotations: [] }
  const tooMany = tooManyError(quotations.length, references.filter(({ kind }) => kind === 'photo').length)
  if (tooMany) return { document: unreadable(listed, 'body', tooMany), isFinal: true }
  const compiled = tree && bodyErrors.length === 0 ? compileBody(tree) : undefined
  if (compiled && compiled.length > maxCompiledLength) {
    const message = `takes ${Math.ceil(compiled.length / 1e6)} MB when it is laid out; 2 MB are the most. Look for a link title that is used again and again, or for a wide table`
    return { document: unreadable(listed, 'body', message), isFinal: true }
  }
  const pullQuoteErrors = tree ? checkPullQuotes(file, tree, quotations) : []
  return {
    document: { ...listed, data, places, references, quotations, pullQuoteErrors, errors: [...errors, ...bodyErrors] },
    ...(compiled && { compiled }),
    isFinal,
  }
}

function tooManyError(quotations: number, pictures: number): string | undefined {
  if (quotations > maxQuotations) return `has ${quotations} quotations. Split the story; ${maxQuotations} are the most`
  if (pictures > maxPictures) return `has ${pictures} pictures. Split the story; ${maxPictures} are the most`
  return undefined
}
