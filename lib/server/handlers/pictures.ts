import { assertFound } from '#lib/http/params'
import { type PhotoForm, toPhotoFormat, toPhotoVariant } from '#lib/pictures/photo-variant'
import { pictureFolder } from '#lib/pictures/picture-cache'
import { hasOriginalBody, toOriginalResponse, toPictureResponse } from '#lib/pictures/picture-response'
import { toShareImage } from '#lib/pictures/share-image/share-image'
import { isPhotoCrop, photoCrops } from '#lib/pictures/sizes'
import { getArticle } from '#lib/publication/articles'
import { getSite } from '#lib/publication/site'
import { getTopicsOf } from '#lib/publication/topics'
import { photoWidths } from '#lib/rules/links'
import { readPhotoBytes } from '#lib/snapshot/files'
import { getClientLimits } from '../client-limits'
import type { Handler } from './handler'

/** The original picture or, with `?w=` or `?crop=`, a size or crop of it as AVIF or WebP. */
export const photo: Handler = async (request, { address, client, now }) => {
  const { searchParams } = new URL(request.url)
  if (!searchParams.has('w') && !searchParams.has('crop')) {
    // Take all tokens before the first `await`. Otherwise parallel requests would all pass before any of them is counted.
    const bytes = hasOriginalBody(request, address.name) ? readPhotoBytes(address.name) : 0
    const wait = await getClientLimits().take('original', client, +now, bytes / 1000)
    return wait > 0 ? tooMany(wait) : toOriginalResponse(request, address.name)
  }
  const form = toForm(searchParams)
  if (!form) return new Response(refusal, { status: 400 })
  const format = toPhotoFormat(request.headers.get('Accept'))
  return toPictureResponse(
    request,
    await toPhotoVariant(address.name, form, format, pictureFolder()),
    `image/${format}`,
  )
}

const tooMany = (wait: number) =>
  new Response('Too many pictures at once. Try again later.\n', {
    status: 429,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'Retry-After': String(wait) },
  })

const refusal = `w must be one of ${photoWidths.join(', ')}, or crop one of ${Object.keys(photoCrops).join(', ')}\n`

/** Undefined when no such form is made. */
function toForm(query: URLSearchParams): PhotoForm | undefined {
  const crop = query.get('crop')
  if (crop !== null) return isPhotoCrop(crop) ? { crop } : undefined
  const width = photoWidths.find((width) => String(width) === query.get('w'))
  return width ? { width } : undefined
}

/** The image for sharing of a story. */
export const storyShareImage: Handler = async (request, { address, now }) => {
  const article = assertFound(getArticle(address.name, now), 'a public story')
  const { name, timeZone, messages } = getSite()
  const label = getTopicsOf(article)[0]?.title ?? ''
  const date = messages.dates.shortDay(article.publishedAt, timeZone)
  const card = { name, headline: article.headline, label, date }
  return toPictureResponse(request, await toShareImage(card, pictureFolder()), 'image/png')
}

/** The image for sharing of all pages but stories. */
export const siteShareImage: Handler = async (request) => {
  const { name, tagline, url } = getSite()
  const card = { name, headline: tagline, label: new URL(url).host, date: '' }
  return toPictureResponse(request, await toShareImage(card, pictureFolder()), 'image/png')
}
