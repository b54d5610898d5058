import { getChangedAt } from '#lib/articles'
import { getFeed } from '#lib/feeds/feeds'
import { toDocumentResponse } from '#lib/server/document-response'

/** The newest stories as JSON Feed 1.1. */
export function GET(request: Request): Response {
  const now = new Date()
  return toDocumentResponse(request, getFeed('json', now), getChangedAt(now))
}
