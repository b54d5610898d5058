import type { ElementContent } from 'hast'
import { getModifiedAt } from '#lib/publication/articles'
import { getAuthorsOf } from '#lib/publication/authors'
import { getArticleBody } from '#lib/publication/body'
import { getPhoto, photoType } from '#lib/publication/photos'
import { getSite, toAbsolute } from '#lib/publication/site'
import { getTopicsOf } from '#lib/publication/topics'
import { articlePath, authorPath, photoPath } from '#lib/rules/links'
import { readPhotoBytes } from '#lib/snapshot/files'
import type { Article, Correction } from '#lib/types'
import { element } from './element'
import type { EnclosedPhoto, FeedEntry } from './feed-entry'
import { toFeedHtml } from './feed-html'

/** A story's id in all feeds: its first address, which leads to it for good, whatever its slug becomes. */
export const toStoryId = ({ id }: Article): string => toAbsolute(articlePath(id))

/** A public story in full: its picture, its text, and its corrections. */
export function toStoryEntry(article: Article, now: Date): FeedEntry {
  const { link, photo, ...entry } = toParts(article)
  const { corrections = [] } = article
  const content = [
    ...(photo ? [element('Photo', photo, [])] : []),
    ...(getArticleBody(article, now).children as ElementContent[]),
    ...(corrections.length > 0 ? [toCorrectionSection(corrections)] : []),
  ]
  return { ...entry, link, content: toFeedHtml(content, link), photo: photo && toEnclosedPhoto(photo.src) }
}

/** A public story without its text. */
export function toShortEntry(article: Article): FeedEntry {
  const { link, photo, ...entry } = toParts(article)
  const content = toFeedHtml([element('p', {}, [article.dek])], link)
  return { ...entry, link, content, photo: photo && toEnclosedPhoto(photo.src) }
}

/** What an entry says of a story, however much of it stands there. */
const toParts = (article: Article) => ({
  id: toStoryId(article),
  link: toAbsolute(articlePath(article.slug)),
  title: article.headline,
  summary: article.dek,
  published: new Date(article.publishedAt),
  updated: getModifiedAt(article),
  authors: getAuthorsOf(article).map(({ name, slug }) => ({ name, url: toAbsolute(authorPath(slug)) })),
  topics: getTopicsOf(article).map(({ title }) => title),
  photo: getPhoto(article),
})

const toEnclosedPhoto = (source: string): EnclosedPhoto => ({
  url: toAbsolute(photoPath(source)),
  type: photoType(source),
  length: readPhotoBytes(source),
})

function toCorrectionSection(corrections: Correction[]) {
  const { timeZone, messages } = getSite()
  return element('section', { id: 'corrections' }, [
    element('h2', {}, [messages.story.corrections(corrections.length)]),
    element(
      'ul',
      {},
      corrections.map(({ at, text }) =>
        element('li', {}, [element('time', { dateTime: at }, [messages.dates.shortDay(at, timeZone)]), `: ${text}`]),
      ),
    ),
  ])
}
