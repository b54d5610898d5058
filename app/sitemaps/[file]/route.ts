import { parseAddress } from '#lib/addresses'
import { getChangedAt } from '#lib/articles'
import { sure } from '#lib/params'
import { toDocumentResponse } from '#lib/server/document-response'
import { getSitemapPart } from '#lib/sitemaps/sitemaps'

/** A file of the sitemap. */
export async function GET(request: Request): Promise<Response> {
  const now = new Date()
  const { name } = sure(parseAddress(new URL(request.url).pathname), 'a part of the sitemap')
  return toDocumentResponse(request, await getSitemapPart(Number(name), now), getChangedAt(now))
}
