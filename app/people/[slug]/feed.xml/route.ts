import { getChangedAt } from '#lib/articles'
import { getPersonFeed } from '#lib/feeds/feeds'
import { sure, toName } from '#lib/params'
import { getPerson } from '#lib/people'
import { toDocumentResponse } from '#lib/server/document-response'

type Context = { params: Promise<{ slug: string }> }

/** A person's quotations for feed readers. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const now = new Date()
  const person = sure(getPerson(toName((await params).slug), now), 'a person')
  return toDocumentResponse(request, getPersonFeed(person, now), getChangedAt(now))
}
