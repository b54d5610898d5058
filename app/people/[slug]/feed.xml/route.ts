import { sure, toName } from '#lib/params'
import { getPerson, getQuotationsOf } from '#lib/people'
import { toPersonFeed } from '#lib/person-feed'
import { toFeedResponse } from '#lib/server/feed-response'

type Context = { params: Promise<{ slug: string }> }

/** A person's quotations for feed readers. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const person = sure(getPerson(toName((await params).slug)), 'a person')
  const { xml, updated } = toPersonFeed(person, getQuotationsOf(person.slug, new Date()))
  return toFeedResponse(request, xml, updated)
}
