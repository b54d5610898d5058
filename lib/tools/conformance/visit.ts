import sharp from 'sharp'
import type { PhotoSize } from '#lib/types'
import type { Get } from './crawl'
import { type Page, readPage } from './page'
import type { Answer } from './site'
import { readLocations } from './xml'

type Visit = { answer: Answer; page: Page | undefined; leadsTo: string[] }

/** Requests an address and reads the links in the response. */
export async function visit(get: Get, origin: string, address: string, linkedFrom: string): Promise<Visit> {
  const path = address.slice(origin.length)
  const response = await get(path)
  const { status, headers } = response
  const type = headers.get('Content-Type') ?? ''
  const answer: Answer = { address, linkedFrom, status, headers, text: '', again: undefined, size: undefined }
  if (type.startsWith('text/html')) {
    const page = readPage(address, await response.text())
    const leadsTo = [...page.links, ...page.related.map(({ href }) => href), ...page.images.map(({ src }) => src)]
    return { answer, page: status === 200 ? page : undefined, leadsTo: status === 200 ? leadsTo : [] }
  }
  if (type.startsWith('image/'))
    return { answer: { ...answer, size: await sizeOf(response) }, page: undefined, leadsTo: [] }
  const text = await response.text()
  const tag = headers.get('ETag')
  const again = tag ? (await get(path, { 'If-None-Match': tag })).status : undefined
  return {
    answer: { ...answer, text, again },
    page: undefined,
    leadsTo: type.includes('xml') ? readLocations(text) : [],
  }
}

/** Undefined if the picture cannot be read, which is an error only where a size was stated. */
async function sizeOf(response: Response): Promise<PhotoSize | undefined> {
  const metadata = await sharp(await response.arrayBuffer())
    .metadata()
    .catch(() => undefined)
  return metadata && { width: metadata.width, height: metadata.height }
}
