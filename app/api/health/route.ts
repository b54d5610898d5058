import { getHealth } from '#lib/server/health'

/** The state of this server: whether it is ready for readers or, with `?live`, only that it lives. */
export function GET(request: Request): Response {
  const isLiveness = new URL(request.url).searchParams.has('live')
  const health = isLiveness ? { status: 'live', ready: true } : getHealth(new Date())
  return Response.json(health, { status: health.ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
