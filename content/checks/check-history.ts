import { toSlug } from '#lib/rules/links'
import { lifeAt, type StoryDates } from '#lib/rules/story-life'
import { type CheckedDocument, checkDocument } from './check-document'
import { type ContentError, wholeFile } from './content-error'
import { fileKinds } from './content-files'
import { type EarlierFile, readEarlierStories } from './git-version'
import { type Known, strings } from './known'
import { placeOf } from './places'
import { quotationErrors } from './quotation-edits'
import { readPlainFile } from './read-plain-file'

/**
 * What stories that readers have seen in an earlier version must keep: their address, when they came out, and what
 * they quote, unless a correction tells of it. Readers have seen what is public by now as that version has it.
 */
export function checkHistory(ref: string, known: Known): ContentError[] {
  let earlier: EarlierFile[]
  try {
    earlier = readEarlierStories(ref, readToday)
  } catch (error) {
    const message = `"${ref}" cannot be compared with: ${(error as Error).message}. Name a commit that has this folder`
    return [{ file: '.', ...wholeFile, field: '--since', message }]
  }
  const present = byEverySlug(known)
  const read = earlier.map(readOnce())
  const unread = read
    .filter(({ isFinal }) => !isFinal)
    .map(({ document: { file } }): ContentError => {
      const message = `"${ref}" has a version of this story that takes too long to read. Run the command again`
      return { file, ...wholeFile, field: '--since', message }
    })
  const changes = read
    .map(({ document }) => document)
    .filter((before) => before.errors.length === 0 && lifeAt(before.data as StoryDates, known.now) === 'public')
    .flatMap((before) => [
      ...addressErrors(before, present, known.now),
      ...changeErrors(before, present.get(before.slug), known),
    ])
  return [...unread, ...changes]
}

/** Reads files of an earlier version, each text once, under however many names it stands. */
function readOnce() {
  const known = new Map<string, ReturnType<typeof checkDocument>>()
  return ({ file, id, text }: EarlierFile) => {
    const listed = { file, folder: 'articles', slug: toSlug(file) } as const
    const read = known.get(id) ?? checkDocument(listed, text)
    known.set(id, read)
    return { ...read, document: { ...read.document, ...listed } }
  }
}

/** The bytes of a story of today; none where it may not be read, which is told elsewhere. */
function readToday(file: string): Buffer | undefined {
  try {
    return readPlainFile(file, fileKinds.articles.maxBytes)
  } catch {
    return undefined
  }
}

/** The stories of today by their slugs and former slugs. */
const byEverySlug = ({ documents }: Known) =>
  new Map(
    [...documents.articles.values()].flatMap((article) =>
      [...strings(article.data.formerSlugs), article.slug].map((slug): [string, CheckedDocument] => [slug, article]),
    ),
  )

/** An address that once led to a story leads to it for good. */
function addressErrors(before: CheckedDocument, present: Map<string, CheckedDocument>, now: Date): ContentError[] {
  return [before.slug, ...strings(before.data.formerSlugs)].flatMap((slug) => {
    const holder = present.get(slug)
    // What keeps readers from the story itself is told below.
    if (holder && (holder.slug === before.slug || isKnownToReaders(holder, now))) return []
    const { file } = present.get(before.slug) ?? before
    const message = `"${slug}" was public and leads nowhere now. Bring the story back and withdraw it, or name this slug in the formerSlugs of the story that took its place`
    return [{ file, ...wholeFile, field: 'slug', message }]
  })
}

const isKnownToReaders = ({ data }: CheckedDocument, now: Date) =>
  ['public', 'withdrawn'].includes(lifeAt(data as StoryDates, now))

function changeErrors(before: CheckedDocument, after: CheckedDocument | undefined, known: Known): ContentError[] {
  // A story with errors of its own is told of anyway, and its fields may be anything.
  if (!after || after.errors.length > 0) return []
  if (after.data.status === 'draft') {
    const message = 'makes a draft of a story that was public. Withdraw it instead'
    return [{ file: after.file, ...placeOf(after.places, ['status']), field: 'status', message }]
  }
  return [...publishedAtErrors(before, after), ...quotationErrors(before, after, known)]
}

function publishedAtErrors({ data }: CheckedDocument, after: CheckedDocument): ContentError[] {
  const { publishedAt } = after.data
  if (Date.parse(String(publishedAt)) === Date.parse(String(data.publishedAt))) return []
  const message = `"${publishedAt}" was "${data.publishedAt}" when readers first saw the story. Restore it, and use updatedAt for a change`
  return [{ file: after.file, ...placeOf(after.places, ['publishedAt']), field: 'publishedAt', message }]
}
