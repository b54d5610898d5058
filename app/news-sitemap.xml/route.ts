import { toDocumentResponse } from '#lib/server/document-response'
import { getNewsChangedAt, getNewsSitemap } from '#lib/sitemaps/sitemaps'

/** The stories of the last 48 hours, counted from the request. */
export async function GET(request: Request): Promise<Response> {
  const now = new Date()
  return toDocumentResponse(request, await getNewsSitemap(now), getNewsChangedAt(now))
}
