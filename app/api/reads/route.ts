import { clientAddress } from '#lib/server/client-address'
import { getReadCounter } from '#lib/server/count-reads'
import { findStoryRead } from '#lib/server/story-read'

/** Counts a read, or does not: the answer is always the same, and never waits for the store. */
export async function POST(request: Request): Promise<Response> {
  const now = new Date()
  const story = await findStoryRead(request, now)
  const reader = {
    address: clientAddress(request.headers),
    userAgent: request.headers.get('User-Agent') ?? '',
  }
  if (story) getReadCounter().take(story, reader, now)
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}
