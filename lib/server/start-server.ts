import { createServer, type RequestListener, type Server } from 'node:http'
import { startCountingReads } from '#lib/reads/count-reads'
import type { PageTarget } from '#lib/rules/page-target'
import type { Environment } from '#lib/runtime/env'
import { logNotice } from '#lib/runtime/log'
import { refuseWrongEnvironment } from '#lib/runtime/refuse-wrong-environment'
import { readIndex } from '#lib/snapshot/load'
import { startPrimary } from './cluster/primary'
import { isWorker, joinPrimary } from './cluster/worker'
import type { Handler } from './handlers/handler'
import { drainOnSignals } from './operations/drain'
import type { AnsweredRequest } from './operations/observe-requests'
import { toRequestReporter } from './operations/request-log'
import { PageStore } from './page-cache/page-store'
import { openPrerendered } from './page-cache/prerendered-pages'
import { prepareDataDir } from './prepare-data-dir'
import { refuseBadRequests } from './refuse-bad-requests'
import { security, toRequestListener } from './request-listener'

/** What `app/` gives to the server. */
type Site = {
  renderPage: (target: PageTarget) => Promise<string>
  handlers: Record<string, Handler>
}

/**
 * For how many milliseconds a client may take to send its headers, and all of a request; Node looks every 30 s. Unused
 * connections stay longer than a proxy in front keeps them, so that it never picks one that is closing.
 */
const timeouts = { headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 65_000 }

/** After how many milliseconds without a byte in or out a connection with a request under way is closed: its client does not read the response. */
const idleTimeoutMs = 60_000

/** Makes this process a server, or with WEB_CONCURRENCY the parent of several. Where it cannot, it ends with code 1. */
export async function startServer(site: Site): Promise<void> {
  const environment = refuseWrongEnvironment()
  // Keep running when nobody reads the log any more.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  try {
    if (!isWorker) prepareDataDir()
    if (environment.WEB_CONCURRENCY > 1 && !isWorker) return await startPrimary(environment)
    readIndex()
    if (isWorker) joinPrimary()
    else await startCountingReads()
    const tell = toRequestReporter(environment.METRICS_TOKEN !== undefined)
    const server = openServer(toListener(site, environment, tell), tell)
    server.timeout = idleTimeoutMs
    drainOnSignals(server)
    await listen(server, environment.PORT)
    if (!isWorker) logNotice('ready', { port: environment.PORT, ms: Math.round(performance.now()) })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

type Tell = (answered: AnsweredRequest) => void

/** A server that does nothing by itself: what Node would answer to odd requests, it answers like all others. */
function openServer(listener: RequestListener, tell: Tell): Server {
  const server = createServer({ ...timeouts, requireHostHeader: false }, listener)
  server.on('checkContinue', listener).on('checkExpectation', listener)
  refuseBadRequests(server, security, (status) => tell({ method: '', path: '', status, seconds: 0 }))
  return server
}

function toListener(site: Site, { TRUSTED_PROXIES, PAGE_CACHE_MB }: Environment, tell: Tell): RequestListener {
  return toRequestListener({
    pages: new PageStore({
      renderPage: site.renderPage,
      readPrerendered: openPrerendered(process.cwd()),
      capacity: PAGE_CACHE_MB * 2 ** 20,
    }),
    handlers: site.handlers,
    tell,
    trustedProxies: TRUSTED_PROXIES,
  })
}

/** Rejects when the port is taken. */
function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, reject) => {
    server.once('error', reject)
    server.listen({ port, host: process.env.HOSTNAME || undefined }, done)
  })
}
