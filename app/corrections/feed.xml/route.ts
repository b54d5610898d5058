import { getChangedAt } from '#lib/articles'
import { getCorrectionsFeed } from '#lib/feeds/feeds'
import { toDocumentResponse } from '#lib/server/document-response'

/** The newest corrections for feed readers. */
export function GET(request: Request): Response {
  const now = new Date()
  return toDocumentResponse(request, getCorrectionsFeed(now), getChangedAt(now))
}
