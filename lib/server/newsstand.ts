import { subscribe } from 'node:diagnostics_channel'
import { type RequestListener, Server } from 'node:http'
import type { Socket } from 'node:net'
import { withinOneGeneration } from '../content'
import { tally } from '../tally.mjs'
import { type Answer, answerInstead } from './answer-instead'
import { faultPage } from './fault-page'
import { refuseOddRequest, tameRequest } from './odd-requests'
import { type Asked, getPrintedAnswer } from './printed-answer'
import { securityHeaders } from './security-headers.mjs'
import { serverState } from './server-state'

const security = new Map(Object.entries(securityHeaders()))

/**
 * For how many milliseconds a client may take to send its headers, and all of a request; Node looks every 30 s. After
 * `timeout` without a byte in or out a connection ends that has a request under way, whoever does not read its answer.
 */
const timeouts = { headersTimeout: 10_000, requestTimeout: 20_000, timeout: 60_000 }

/**
 * Puts the newsstand in front of Next, in every server of this process from its first connection on: it hands out pages
 * that are printed, and leaves everything else to Next. Next has no hook for this; Node tells of each connection and of
 * each request before the server's listener hears of it.
 */
export function openNewsstand(): void {
  for (const channel of ['net.server.socket', 'http.server.request.start']) {
    subscribe(channel, (message) => {
      const { socket } = message as { socket: Socket & { server: unknown } }
      const { server } = socket
      if (!(server instanceof Server) || serverState.servers.has(server)) return
      serverState.servers.add(server)
      socket.setTimeout(timeouts.timeout)
      stepBefore(server)
    })
  }
}

function stepBefore(server: Server): void {
  Object.assign(server, timeouts)
  // Nothing here speaks another protocol: without a listener Node takes who offers one for who asks in plain HTTP.
  server.removeAllListeners('upgrade')
  const listeners = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  for (const next of listeners) {
    server.on('request', (request, response) => {
      // Next forgets its headers on some of its own redirects.
      response.setHeaders(security)
      tameRequest(request)
      // Node drops what it received together with such an offer: who is told does not wait for its answer.
      if (serverState.isDraining || request.headers.upgrade) response.setHeader('Connection', 'close')
      if (refuseOddRequest(request, response)) return
      withinOneGeneration(() => {
        // Next rewrites the address of a request.
        const { method, url, headers } = request
        const findPrinted = () => toPrintedAnswer({ method, url, headers })
        const printed = findPrinted()
        if (printed) {
          if (printed.status !== 304) tally.pagesHandedOut++
          response.setHeaders(printed.headers).writeHead(printed.status).end(printed.body)
          return
        }
        answerInstead(response, (status) =>
          status === 500 ? faultPage : pageStatuses.has(status) ? findPrinted() : undefined,
        )
        next(request, response)
      })
    })
  }
}

/** With these Next answers with a page, which by then is printed: it goes out as it will from now on. */
const pageStatuses = new Set([200, 404, 410])

/** A fault is Next's to report: the gate meets it again. */
function toPrintedAnswer(request: Asked): Answer | undefined {
  try {
    return getPrintedAnswer(request, new Date())
  } catch {
    return undefined
  }
}
