import type { ElementContent } from 'hast'
import { getModifiedAt } from '../articles'
import { getAuthorsOf } from '../authors'
import { getArticleBody } from '../body'
import { readPhotoBytes } from '../content'
import { formatShortDay } from '../dates'
import { articlePath, authorPath, photoPath } from '../links'
import { getPhoto, photoType } from '../photos'
import { getSite, toAbsolute } from '../site'
import { getTopicsOf } from '../topics'
import type { Article, Correction } from '../types'
import { element } from './element'
import type { EnclosedPhoto, FeedEntry } from './feed-entry'
import { toFeedHtml } from './feed-html'

/** A story's id in all feeds: its first address, which leads to it for good, whatever its slug becomes. */
export const toStoryId = ({ id }: Article): string => toAbsolute(articlePath(id))

/** A public story in full: its picture, its text, and its corrections. */
export function toStoryEntry(article: Article, now: Date): FeedEntry {
  const link = toAbsolute(articlePath(article.slug))
  const photo = getPhoto(article)
  const { corrections = [] } = article
  const content = [
    ...(photo ? [element('Photo', photo, [])] : []),
    ...(getArticleBody(article, now).children as ElementContent[]),
    ...(corrections.length > 0 ? [toCorrectionSection(corrections)] : []),
  ]
  return {
    id: toStoryId(article),
    link,
    title: article.headline,
    summary: article.dek,
    content: toFeedHtml(content, link),
    published: new Date(article.publishedAt),
    updated: getModifiedAt(article),
    authors: getAuthorsOf(article).map(({ name, slug }) => ({ name, url: toAbsolute(authorPath(slug)) })),
    topics: getTopicsOf(article).map(({ title }) => title),
    photo: photo && toEnclosedPhoto(photo.src),
  }
}

const toEnclosedPhoto = (source: string): EnclosedPhoto => ({
  url: toAbsolute(photoPath(source)),
  type: photoType(source),
  length: readPhotoBytes(source),
})

const toCorrectionSection = (corrections: Correction[]) =>
  element('section', { id: 'corrections' }, [
    element('h2', {}, [corrections.length === 1 ? 'Correction' : 'Corrections']),
    element(
      'ul',
      {},
      corrections.map(({ at, text }) =>
        element('li', {}, [element('time', { dateTime: at }, [formatShortDay(at, getSite().timeZone)]), `: ${text}`]),
      ),
    ),
  ])
