import { readEnvironment } from '#lib/env'
import { isSecret } from '#lib/server/is-secret'
import { getMetrics } from '#lib/server/metrics'

/** The measurements of this server in Prometheus' text format, for who holds the token. */
export async function GET(request: Request): Promise<Response> {
  const { METRICS_TOKEN } = readEnvironment()
  const [, said] = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '') ?? []
  const headers = { 'Cache-Control': 'no-store' }
  if (!METRICS_TOKEN || !said || !isSecret(said, METRICS_TOKEN))
    return new Response('The token is missing or wrong.\n', {
      status: 401,
      headers: { ...headers, 'WWW-Authenticate': 'Bearer' },
    })
  const { registry } = getMetrics()
  return new Response(await registry.metrics(), { headers: { ...headers, 'Content-Type': registry.contentType } })
}
