import { getReadScript } from '#lib/server/read-script'

export const dynamic = 'force-dynamic'

/** The script that reports a read; its address changes with it, so that browsers may keep it for a year. */
export const GET = (): Response =>
  new Response(getReadScript().text, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
