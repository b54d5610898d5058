import { toRobots } from '#lib/robots'

/** What crawlers may read, and where they find all of it. */
export const GET = (): Response =>
  new Response(toRobots(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
