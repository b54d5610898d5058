import { pictureFolder } from '#lib/server/kept-picture'
import { toPictureResponse } from '#lib/server/picture-response'
import { toShareImage } from '#lib/share-image/share-image'
import { getSite } from '#lib/site'

export const dynamic = 'force-dynamic'

/** The image for sharing of all pages but stories. */
export async function GET(request: Request): Promise<Response> {
  const { name, tagline, url } = getSite()
  const card = { name, headline: tagline, label: new URL(url).host, date: '' }
  return toPictureResponse(request, await toShareImage(card, pictureFolder()), 'image/png')
}
