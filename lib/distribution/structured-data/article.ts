import type { Root } from 'hast'
import type { Thing } from 'schema-dts'
import { type PhotoCrop, photoCrops, toCropSize } from '#lib/pictures/sizes'
import { getAuthorsOf } from '#lib/publication/authors'
import { getPhoto } from '#lib/publication/photos'
import { getSite, toAbsolute } from '#lib/publication/site'
import { getTopicsOf } from '#lib/publication/topics'
import { articlePath, photoCropPath, topicPath } from '#lib/rules/links'
import type { Article, SizedPhoto } from '#lib/types'
import { toBreadcrumbs } from './breadcrumbs'
import { toAuthorData } from './profile'
import { toPublisher, toWebSite } from './publisher'
import { toQuotations } from './quotations'

/** A story as search engines read it: nothing but what its page shows. */
export function toArticleData(article: Article, body: Root): Thing[] {
  const { headline, dek, slug, publishedAt, updatedAt = publishedAt, place, corrections = [] } = article
  const url = toAbsolute(articlePath(slug))
  const photo = getPhoto(article)
  const topics = getTopicsOf(article)
  const quotations = toQuotations(body, url)
  return [
    {
      '@type': 'NewsArticle',
      headline,
      description: dek,
      url,
      mainEntityOfPage: { '@type': 'WebPage', '@id': url },
      datePublished: publishedAt,
      dateModified: updatedAt,
      author: getAuthorsOf(article).map(toAuthorData),
      publisher: toPublisher(),
      isPartOf: toWebSite(),
      inLanguage: getSite().language,
      ...(topics[0] && { articleSection: topics[0].title }),
      keywords: topics.map(({ title }) => title),
      ...(place && { dateline: place }),
      ...(photo && { image: toImages(photo) }),
      ...(corrections.length > 0 && { correction: corrections.map(toCorrection) }),
      ...(quotations.length > 0 && { hasPart: quotations }),
    },
    toBreadcrumbs([
      ...topics.slice(0, 1).map(({ title, slug }) => ({ name: title, path: topicPath(slug) })),
      { name: headline, path: articlePath(slug) },
    ]),
  ]
}

const toImages = (photo: SizedPhoto) =>
  (Object.keys(photoCrops) as PhotoCrop[]).map((crop) => {
    const { width, height } = toCropSize(photo, crop)
    return {
      '@type': 'ImageObject' as const,
      url: toAbsolute(photoCropPath(photo.src, crop)),
      width: String(width),
      height: String(height),
      creditText: photo.credit,
    }
  })

const toCorrection = ({ at, text }: { at: string; text: string }) => ({
  '@type': 'CorrectionComment' as const,
  text,
  datePublished: at,
})
