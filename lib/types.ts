import type * as generated from 'contentlayer/generated'
import type { Quotation } from '#content/body/body-facts'
import type { Messages } from '#lib/messages/messages'

export type { CompiledBody } from '#content/body/compile-body'
export type { Messages } from '#lib/messages/messages'
export type { StoryLife } from '#lib/rules/story-life'
export type { Quotation }

/** A quotation and the slug of the story it stands in. */
export type StoryQuotation = Quotation & { story: string }

/** A document as Contentlayer types it, without what only Contentlayer needs, at any depth. */
type Document<T> = T extends (infer Item)[]
  ? Document<Item>[]
  : T extends object
    ? { [Field in keyof T as Exclude<Field, '_id' | '_raw' | 'type'>]: Document<T[Field]> }
    : T

/** A document with its slug, which is the name of its file. */
type Slugged<T> = Document<T> & { slug: string }

/** How often a story quotes somebody, and the day in ISO 8601 on which the latest of these quotations was said. */
export type TimesQuoted = [times: number, lastDay: string]

/**
 * A story as lists know it. `id` lasts when the slug changes; `timesQuoted` is of each of `people`, in their order; pictures
 * are paths below the content folder.
 */
export type Article = Slugged<generated.Article> & {
  id: string
  people: string[]
  timesQuoted: TimesQuoted[]
  photos: string[]
}
export type Topic = Slugged<generated.Topic>
export type Author = Slugged<generated.Author>
export type Person = Slugged<generated.Person>
export type Page = Slugged<generated.Page>
export type Publication = Document<generated.Publication>
export type Photo = NonNullable<Article['photo']>
export type Correction = NonNullable<Article['corrections']>[number]
export type Role = Person['roles'][number]

/** The publication, its public origin, and the interface words in its language. */
export type Site = Publication & { url: string; messages: Messages }

/** A correction and the story that it puts right. */
export type StoryCorrection = Correction & { article: Article }

/** Somebody's words in a public story, with the day they were said and the role held then. */
export type SpokenQuotation = StoryQuotation & { article: Article; day: string; role: Role | undefined }

/** Width and height in pixels. */
export type PhotoSize = { width: number; height: number }

/** A picture ready to be shown. */
export type SizedPhoto = Photo & PhotoSize

/** A part of a text, and whether it is what somebody searched for. */
export type Segment = { text: string; isMatch: boolean }

/** A story that was found, with what was found marked; `excerpt` is from its body, else its dek. */
export type SearchHit = { article: Article; headline: Segment[]; excerpt: Segment[] }

/** What may help a reader who found nothing: the query spelt right, and words of it that are found alone. */
export type SearchHelp = { didYouMean: string | undefined; singleWords: string[] }

/** One page of what was found, the best first. */
export type SearchResults = {
  hits: SearchHit[]
  page: number
  pages: number
  total: number
  /** Time ran out: there are more stories, older ones, than `total`. */
  isCutOff: boolean
  /** Those whom the query names; on the first page only. */
  people: Person[]
  /** Where nothing was found. */
  help: SearchHelp | undefined
}

/** Everything about the words but the bodies: what one content step leaves for the site to read. */
export type Index = {
  publication: Publication
  articles: Article[]
  topics: Topic[]
  authors: Author[]
  people: Person[]
  pages: Page[]
  photos: Record<string, PhotoSize>
  /** Pictures in bodies other than stories'. */
  standingPhotos: string[]
  /** Those whom bodies other than stories' quote. */
  standingPeople: string[]
}
