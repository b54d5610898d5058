import { readIndex } from './content'
import type { Article, SizedPhoto } from './types'

/** The picture of a story, if it has one. */
export function getPhoto({ photo }: Article): SizedPhoto | undefined {
  const size = photo && readIndex().photos[photo.src]
  return photo && size && { ...photo, ...size }
}

/** Stories with their pictures. */
export const withPhotos = (articles: Article[]) => articles.map((article) => ({ article, photo: getPhoto(article) }))
