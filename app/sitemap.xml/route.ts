import { getChangedAt } from '#lib/articles'
import { toDocumentResponse } from '#lib/server/document-response'
import { getSitemapIndex } from '#lib/sitemaps/sitemaps'

/** The index of the sitemap's files. */
export async function GET(request: Request): Promise<Response> {
  const now = new Date()
  return toDocumentResponse(request, await getSitemapIndex(now), getChangedAt(now))
}
