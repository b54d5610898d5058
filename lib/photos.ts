import { readIndex } from './content'
import type { Article, Photo, PhotoSize } from './types'

/** A story's picture with its size, ready to be shown. */
export type SizedPhoto = Photo & PhotoSize

/** The picture of a story, if it has one. */
export function getPhoto({ photo }: Article): SizedPhoto | undefined {
  const size = photo && readIndex().photos[photo.src]
  return photo && size && { ...photo, ...size }
}
