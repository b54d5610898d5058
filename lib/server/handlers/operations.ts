import { isSecret } from '#lib/http/is-secret'
import { readEnvironment } from '#lib/runtime/env'
import { getHealth } from '../operations/health'
import { metricsType, readMetrics } from '../operations/metrics'
import type { Handler } from './handler'

const headers = { 'Cache-Control': 'no-store' }

/** Health: whether this server is ready for readers or, with `?live`, only that it runs. */
export const health: Handler = async (request, { now }) => {
  const isLiveness = new URL(request.url).searchParams.has('live')
  const health = isLiveness ? { status: 'live', ready: true } : await getHealth(now)
  return Response.json(health, { status: health.ready ? 200 : 503, headers })
}

/** The metrics of this server in Prometheus' text format, for requests with the token. */
export const metrics: Handler = async (request) => {
  const { METRICS_TOKEN } = readEnvironment()
  const [, said] = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '') ?? []
  if (!METRICS_TOKEN || !said || !isSecret(said, METRICS_TOKEN))
    return new Response('The token is missing or wrong.\n', {
      status: 401,
      headers: { ...headers, 'WWW-Authenticate': 'Bearer' },
    })
  return new Response(await readMetrics(), { headers: { ...headers, 'Content-Type': metricsType } })
}
