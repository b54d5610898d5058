import { readIndex } from '#lib/snapshot/load'
import type { Article, SizedPhoto } from '#lib/types'

/** The picture of a story, if it has one. */
export function getPhoto({ photo }: Article): SizedPhoto | undefined {
  const size = photo && readIndex().photos[photo.src]
  return photo && size && { ...photo, ...size }
}

/** Stories with their pictures. */
export const withPhotos = (articles: Article[]) => articles.map((article) => ({ article, photo: getPhoto(article) }))

const types: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
}

/** The media type of a picture as it was handed in, by the ending of its name. */
export const photoType = (name: string): string =>
  types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
