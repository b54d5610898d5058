import { getChangedAt } from '#lib/articles'
import { getFeed } from '#lib/feeds/feeds'
import { toDocumentResponse } from '#lib/server/document-response'

/** The newest stories as Atom. */
export function GET(request: Request): Response {
  const now = new Date()
  return toDocumentResponse(request, getFeed('atom', now), getChangedAt(now))
}
