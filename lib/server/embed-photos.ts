import type { Root } from 'hast'
import { forEachElement } from '../for-each-element'
import { pictureFolder } from './kept-picture'
import { toPhotoVariant } from './photo-variant'

/** A picture as a `data:` address, at most 1,200 px wide: it needs no address of its own that others could guess. */
export async function embedPhoto<Photo extends { src: string }>(photo: Photo): Promise<Photo> {
  const picture = await toPhotoVariant(photo.src, { width: 1200 }, 'webp', pictureFolder())
  return { ...photo, src: `data:image/webp;base64,${picture.toString('base64')}` }
}

/** Embeds the pictures of a body that is ready to be shown. */
export async function embedBodyPhotos(body: Root): Promise<Root> {
  const pictures: { src: string }[] = []
  forEachElement(body, ({ tagName, properties }) => {
    if (tagName === 'Photo' || tagName === 'img') pictures.push(properties as { src: string })
  })
  // One after the other: more at once than may wait for their turn would be refused.
  for (const picture of pictures) Object.assign(picture, await embedPhoto(picture))
  return body
}
