import { getArticle } from '#lib/articles'
import { formatShortDay } from '#lib/dates'
import { sure, toName } from '#lib/params'
import { pictureFolder } from '#lib/server/kept-picture'
import { toPictureResponse } from '#lib/server/picture-response'
import { toShareImage } from '#lib/share-image/share-image'
import { getSite } from '#lib/site'
import { getTopicsOf } from '#lib/topics'

type Context = { params: Promise<{ slug: string }> }

/** The image for sharing of a story. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const article = sure(getArticle(toName((await params).slug), new Date()), 'a public story')
  const { name, timeZone } = getSite()
  const label = getTopicsOf(article)[0]?.title ?? ''
  const card = { name, headline: article.headline, label, date: formatShortDay(article.publishedAt, timeZone) }
  return toPictureResponse(request, await toShareImage(card, pictureFolder()), 'image/png')
}
