import { getChangedAt } from '#lib/articles'
import { getTopicFeed } from '#lib/feeds/feeds'
import { sure, toName } from '#lib/params'
import { toDocumentResponse } from '#lib/server/document-response'
import { getTopic } from '#lib/topics'

type Context = { params: Promise<{ slug: string }> }

/** A topic's newest stories for feed readers. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const now = new Date()
  const topic = sure(getTopic(toName((await params).slug)), 'a topic')
  return toDocumentResponse(request, getTopicFeed(topic, now), getChangedAt(now))
}
