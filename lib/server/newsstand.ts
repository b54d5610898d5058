import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { getEdition } from '../articles'
import { withinOneGeneration } from '../content'
import { searchPath } from '../links'
import { tally } from '../tally.mjs'
import { pageCacheControl } from './cache-control'
import { encodePage, toEncoding } from './encode-page'
import { tellFaultsInWords } from './fault-page'
import { judge } from './gate'
import { isKnownTag } from './known-tag'
import { refuseOddRequest, tameRequest } from './odd-requests'
import { getPrintedPage } from './printed-pages.mjs'
import { securityHeaders } from './security-headers.mjs'
import { serverState } from './server-state'

const security = new Map(Object.entries(securityHeaders()))
const pageHeaders = new Map([
  ['Content-Type', 'text/html; charset=utf-8'],
  ['Cache-Control', pageCacheControl],
  ['Vary', 'Accept-Encoding'],
])

/** For how many milliseconds a client may take to send its headers, and all of a request; Node looks every 30 s. */
const timeouts = { headersTimeout: 10_000, requestTimeout: 20_000 }

/**
 * Puts the newsstand in front of Next, in every server of this process from its first request on: it hands out pages
 * that are printed, and leaves everything else to Next. Next has no hook for this; Node tells of each request before
 * the server's listener hears of it.
 */
export function openNewsstand(): void {
  const { servers: open } = serverState
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { server: Server }
    if (open.has(server)) return
    open.add(server)
    Object.assign(server, timeouts)
    const listeners = server.listeners('request') as RequestListener[]
    server.removeAllListeners('request')
    for (const next of listeners) {
      server.on('request', (request, response) => {
        // Next forgets its headers on some of its own redirects.
        response.setHeaders(security)
        tameRequest(request)
        if (serverState.isDraining) response.setHeader('Connection', 'close')
        if (refuseOddRequest(request, response)) return
        withinOneGeneration(() => {
          if (isHandedOut(request, response)) return
          tellFaultsInWords(response)
          next(request, response)
        })
      })
    }
  })
}

/** A fault is Next's to report: the gate meets it again. */
function isHandedOut(request: IncomingMessage, response: ServerResponse): boolean {
  try {
    return handOut(request, response, new Date())
  } catch {
    return false
  }
}

/** Answers with a printed page, if the gate lets the address through and the page still holds. */
function handOut(request: IncomingMessage, response: ServerResponse, now: Date): boolean {
  const [path = '', query] = (request.url ?? '').split('?', 2)
  // What a printed page shows does not depend on a query, but for a search.
  if (!/^(GET|HEAD)$/.test(request.method ?? '') || (query && path === searchPath)) return false
  const found = findPage(path, now)
  const page = found && getPrintedPage(found.path, +now)
  if (!page) return false
  response.setHeaders(pageHeaders).setHeader('ETag', page.etag)
  if (found.status === 200 && isKnownTag(request.headers['if-none-match'], page.etag)) {
    response.writeHead(304).end()
    return true
  }
  const encoding = toEncoding(request.headers['accept-encoding'])
  tally.pagesHandedOut++
  const body = encodePage(page, encoding)
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.writeHead(found.status, { 'Content-Length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
  return true
}

/** Where the press keeps the page that answers an address, by the gate's verdict, and the status it goes out with. */
function findPage(path: string, now: Date): { path: string; status: number } | undefined {
  getEdition(now)
  const verdict = judge(path, now)
  switch (verdict.kind) {
    case 'public':
      return { path: decodeURIComponent(path).normalize('NFC'), status: 200 }
    case 'withdrawn':
      return { path: `/withdrawn/${verdict.slug}`, status: 410 }
    default:
      return undefined
  }
}
