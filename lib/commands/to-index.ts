import type { BodyFacts } from '#content/body/body-facts'
import { toPhotoFile } from '#lib/links'
import type { Article, Author, Index, Page, Person, Publication, StoryQuotation, Topic } from '#lib/types'

/** A document of any type as Contentlayer wrote it. */
export type GeneratedDocument = { slug: string; body?: BodyFacts; [field: string]: unknown }

type Documents = Record<'Article' | 'Topic' | 'Author' | 'Person' | 'Page' | 'Publication', GeneratedDocument[]>

/** The slim index of all documents: every field, no bodies. Pictures are filled in by the content step. */
export function toIndex({ Article, Topic, Author, Person, Page, Publication }: Documents): Index {
  const [publication] = Publication
  if (!publication) throw new Error('publication.yaml was checked before, so there is one')
  return {
    publication: slim(publication) as unknown as Publication,
    articles: Article.map(toArticle),
    topics: Topic.map(slim) as unknown as Topic[],
    authors: Author.map(slim) as unknown as Author[],
    people: Person.map(slim) as unknown as Person[],
    pages: Page.map(slim) as unknown as Page[],
    photos: {},
    standingPhotos: [...Topic, ...Author, ...Page].flatMap(photosIn),
    standingPeople: [...Topic, ...Author, ...Page].flatMap(peopleIn),
  }
}

/** Without what Contentlayer keeps for itself, at any depth. */
function slim<T>(value: T): T {
  if (Array.isArray(value)) return value.map(slim) as T
  if (typeof value !== 'object' || value === null) return value
  const own = Object.entries(value).filter(([key]) => !['_id', '_raw', 'type', 'body'].includes(key))
  return Object.fromEntries(own.map(([key, field]) => [key, slim(field)])) as T
}

function toArticle(document: GeneratedDocument): Article {
  const article = slim(document) as unknown as Article
  const quotations = document.body?.quotations ?? []
  if (article.photo) article.photo.src = toPhotoFile(article.photo.src)
  return {
    ...article,
    id: article.formerSlugs?.[0] ?? article.slug,
    people: [...new Set(peopleIn(document))],
    quotations: quotations.length,
    photos: [...new Set([...(article.photo ? [article.photo.src] : []), ...photosIn(document)])],
  }
}

const peopleIn = ({ body }: GeneratedDocument) => body?.quotations.map(({ by }) => by) ?? []

const photosIn = (document: GeneratedDocument) => document.body?.photos.map(toPhotoFile) ?? []

/** The quotations of each person, with the slugs of their stories; each person's are kept in a file of their own. */
export function toQuotations(articles: GeneratedDocument[]): Map<string, StoryQuotation[]> {
  const byPerson = new Map<string, StoryQuotation[]>()
  for (const { slug, body } of articles) {
    for (const quotation of body?.quotations ?? []) {
      const quotations = byPerson.get(quotation.by) ?? []
      quotations.push({ ...quotation, story: slug })
      byPerson.set(quotation.by, quotations)
    }
  }
  return byPerson
}
