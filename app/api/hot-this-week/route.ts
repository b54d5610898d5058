import { setTimeout } from 'node:timers/promises'
import { toHotJson } from '#lib/hot-data'
import { getHotThisWeek } from '#lib/hot-this-week'
import { getReadCounter } from '#lib/server/count-reads'

export const dynamic = 'force-dynamic'

/** For how many milliseconds a count that is due is waited for; a store that is away is not. */
const patience = 500

/** The hot list for programs, with everything it was made from. */
export async function GET(): Promise<Response> {
  const now = new Date()
  await Promise.race([getReadCounter().tick(now), setTimeout(patience)])
  return new Response(toHotJson(getHotThisWeek(now)), {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' },
  })
}
