import type { Root } from 'hast'
import { forEachElement } from '#lib/rules/for-each-element'
import { toPhotoVariant } from './photo-variant'
import { pictureFolder } from './picture-cache'

/** How many bytes of pictures a page may hold before further ones are small. */
const roomForLarge = 2 * 2 ** 20

/** A picture as a `data:` address, at most so many px wide: it needs no address of its own that others could guess. */
export async function embedPhoto<Photo extends { src: string }>(photo: Photo, width = 1200): Promise<Photo> {
  const { bytes: picture } = await toPhotoVariant(photo.src, { width }, 'webp', pictureFolder())
  return { ...photo, src: `data:image/webp;base64,${picture.toString('base64')}` }
}

/** Embeds the pictures of a body that is ready to be shown, the first ones large: a page of a hundred would be as many megabytes. */
export async function embedBodyPhotos(body: Root): Promise<Root> {
  const pictures: { src: string }[] = []
  forEachElement(body, ({ tagName, properties }) => {
    if (tagName === 'Photo' || tagName === 'img') pictures.push(properties as { src: string })
  })
  let bytes = 0
  // One after the other: more at once than may wait for their turn would be refused.
  for (const picture of pictures) {
    Object.assign(picture, await embedPhoto(picture, bytes < roomForLarge ? 1200 : 160))
    bytes += picture.src.length
  }
  return body
}
