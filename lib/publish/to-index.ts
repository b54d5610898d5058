import type { BodyFacts } from '#content/body/body-facts'
import type { Folder } from '#content/content-dir'
import { toDay } from '#lib/rules/dates'
import { toPhotoFile } from '#lib/rules/links'
import { onceEach } from '#lib/rules/once-each'
import type { Article, Author, Index, Page, Person, Publication, StoryQuotation, TimesQuoted, Topic } from '#lib/types'
import type { TypedDocument } from './type-documents'

/** A document of any type as Contentlayer typed it, without Contentlayer's own fields. */
export type GeneratedDocument = { slug: string; body?: BodyFacts; [field: string]: unknown }

/** The slim index of all documents: every field, no bodies. Pictures are filled in by the content step. */
export function toIndex(documents: TypedDocument[], publication: GeneratedDocument): Index {
  const inFolder = (folder: Folder) =>
    documents.filter(({ file }) => file.folder === folder).map(({ document }) => document)
  const standing = [...inFolder('topics'), ...inFolder('authors'), ...inFolder('pages')]
  return {
    publication: publication as unknown as Publication,
    articles: inFolder('articles').map((document) => toArticle(document, String(publication.timeZone))),
    topics: inFolder('topics').map(withoutBody) as unknown as Topic[],
    authors: inFolder('authors').map(withoutBody) as unknown as Author[],
    people: inFolder('people').map(withoutBody) as unknown as Person[],
    pages: inFolder('pages').map(withoutBody) as unknown as Page[],
    photos: {},
    standingPhotos: standing.flatMap(photosIn),
    standingPeople: standing.flatMap(peopleIn),
  }
}

/** Removes Contentlayer's own fields at any depth. */
export function slim<T>(value: T): T {
  if (Array.isArray(value)) return value.map(slim) as T
  if (typeof value !== 'object' || value === null) return value
  const own = Object.entries(value).filter(([key]) => !['_id', '_raw', 'type'].includes(key))
  return Object.fromEntries(own.map(([key, field]) => [key, slim(field)])) as T
}

const withoutBody = ({ body: _, ...fields }: GeneratedDocument) => fields

const toArticle = onceEach((document: GeneratedDocument, zone: string): Article => {
  const fields = withoutBody(document) as unknown as Article
  const photo = fields.photo && { ...fields.photo, src: toPhotoFile(fields.photo.src) }
  const people = [...new Set(peopleIn(document))]
  const storyDay = toDay(fields.publishedAt, zone)
  return {
    ...fields,
    ...(photo && { photo }),
    id: fields.formerSlugs?.[0] ?? fields.slug,
    people,
    timesQuoted: people.map((person) => toTimesQuoted(document, person, storyDay)),
    photos: [...new Set([...(photo ? [photo.src] : []), ...photosIn(document)])],
  }
})

/** A quotation without a day of its own is of the story's day. */
function toTimesQuoted({ body }: GeneratedDocument, person: string, storyDay: string): TimesQuoted {
  const days = (body?.quotations ?? []).filter(({ by }) => by === person).map(({ on }) => on ?? storyDay)
  return [days.length, days.sort().at(-1) ?? storyDay]
}

const peopleIn = ({ body }: GeneratedDocument) => body?.quotations.map(({ by }) => by) ?? []

const photosIn = (document: GeneratedDocument) => document.body?.photos.map(toPhotoFile) ?? []

/** What a story quotes of a person, with its slug. */
export const toQuotationsOf = (person: string, { body, slug }: GeneratedDocument): StoryQuotation[] =>
  (body?.quotations ?? []).filter(({ by }) => by === person).map((quotation) => ({ ...quotation, story: slug }))
