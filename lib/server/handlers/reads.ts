import { toHotDocument } from '#lib/distribution/hot-data'
import { isKnownTag } from '#lib/http/known-tag'
import { getHotThisWeek } from '#lib/publication/hot-this-week'
import { countIfDue, getReadCounter } from '#lib/reads/count-reads'
import { findStoryRead } from '#lib/reads/validate-report'
import type { Handler } from './handler'

/** Counts a read if it is valid. The response is always the same and never waits for the store. */
export const reads: Handler = async (request, { client, now }) => {
  const story = await findStoryRead(request, now)
  const reader = { address: client, userAgent: request.headers.get('User-Agent') ?? '' }
  if (story) getReadCounter().take(story, reader, now)
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}

/** The hot list for programs, with everything it was made from. */
export const hotThisWeek: Handler = async (request, { now }) => {
  await countIfDue(now)
  const { bytes, tag } = toHotDocument(getHotThisWeek(now))
  const headers = {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
    ETag: tag,
  }
  return isKnownTag(request.headers.get('If-None-Match'), tag)
    ? new Response(null, { status: 304, headers })
    : new Response(bytes, { headers })
}
