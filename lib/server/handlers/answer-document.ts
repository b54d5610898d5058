import { toDocumentResponse } from '#lib/http/document-response'
import type { TextDocument } from '#lib/http/text-document'
import { doInTurn } from '#lib/pictures/costly-work'
import { getChangedAt } from '#lib/publication/articles'
import type { OncePerEdition } from '#lib/publication/once-per-edition'

type Document<Key> = OncePerEdition<Key, TextDocument | Promise<TextDocument>>

/** Answers with a feed or sitemap. One that must be made takes this thread for a tenth of a second, so that clients take turns. */
export async function answerDocument<Key>(
  get: Document<Key>,
  key: Key,
  request: Request,
  now: Date,
  changedAt = getChangedAt(now),
): Promise<Response> {
  const document = get.isMade(key, now) ? get(key, now) : doInTurn(async () => get(key, now))
  return toDocumentResponse(request, await document, changedAt)
}
