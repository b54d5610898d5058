import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { hideSecrets } from '#lib/http/caching'
import { toClientAddress } from '#lib/http/client-address'
import { getEditionKey } from '#lib/publication/articles'
import { toClientPrefix, toNetwork } from '#lib/reads/anonymize'
import { isPage, parseAddress } from '#lib/rules/addresses'
import { answerFor, type Client } from '#lib/runtime/turns'
import { withinOneSnapshot } from '#lib/snapshot/load'
import { resolveRequest } from './gate'
import type { Handler } from './handlers/handler'
import { toKnownQuery } from './known-query'
import { answerInTurn } from './limit-pipelining'
import { type AnsweredRequest, observeRequest } from './operations/observe-requests'
import { serverState } from './operations/server-state'
import type { PageStore } from './page-cache/page-store'
import { redirect, sendError, sendPage } from './page-cache/send-page'
import { rejectRequest, toPathAndQuery } from './reject-request'
import { securityHeaders } from './security-headers.mjs'
import { sendResponse, toRequest } from './send-response'

export const security = new Map(Object.entries(securityHeaders()))

/** The parts of a server. */
type ServerParts = {
  pages: PageStore
  /** Of addresses that are no pages. */
  handlers: Record<string, Handler>
  tell: (answered: AnsweredRequest) => void
  trustedProxies: number
}

/** Handles every request: turn, limits, gate, then a page or a handler. */
export const toRequestListener =
  (parts: ServerParts): RequestListener =>
  (request, response) => {
    request.url = toPathAndQuery(request.url ?? '')
    observeRequest(request, response, parts.tell)
    answerInTurn(request, response, () => begin(parts, request, response))
  }

/** Takes a request whose turn it is. */
function begin(parts: ServerParts, request: IncomingMessage, response: ServerResponse): void {
  response.setHeaders(security)
  // Node drops requests that came on the same connection after an offer of another protocol: the client must not wait.
  if (serverState.isDraining || request.headers.upgrade) response.setHeader('Connection', 'close')
  if (rejectRequest(request, response)) return
  if (request.headers.expect) response.writeContinue()
  answerFor(
    () => toClient(parts, request),
    () =>
      withinOneSnapshot(() => answerNow(parts, request, response)).catch((error) =>
        sendError(parts.pages, request, response, error),
      ),
  )
}

function toClient(parts: ServerParts, request: IncomingMessage): Client {
  const address = addressOf(parts, request)
  return { name: toClientPrefix(address), network: toNetwork(address) }
}

const addressOf = ({ trustedProxies }: ServerParts, { headers, socket }: IncomingMessage) =>
  toClientAddress(String(headers['x-forwarded-for'] ?? ''), socket.remoteAddress, trustedProxies)

/** If a story's time came between the gate and its page, the gate is asked again. */
async function answerNow(parts: ServerParts, request: IncomingMessage, response: ServerResponse) {
  const now = new Date()
  try {
    await answer(parts, request, response, now)
  } catch (error) {
    const later = new Date()
    if (response.headersSent || getEditionKey(now) === getEditionKey(later)) throw error
    await answer(parts, request, response, later)
  }
}

async function answer(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
  now: Date,
): Promise<unknown> {
  const { path, query } = splitAddress(request.url)
  const resolution = resolveRequest(path, now)
  switch (resolution.kind) {
    case 'moved':
      return redirect(request, response, resolution.to + toKnownQuery(parseAddress(resolution.to), query))
    case 'withdrawn':
      return sendPage(parts.pages, request, response, { status: 410, slug: resolution.slug }, now)
    case 'unknown':
      return sendPage(parts.pages, request, response, { status: 404 }, now)
    case 'public': {
      const { address } = resolution
      if (isPage(address)) return sendPage(parts.pages, request, response, { status: 200, address, path }, now)
      const handler = parts.handlers[address.kind]
      if (!handler) throw new Error(`No handler answers ${path}`)
      const client = addressOf(parts, request)
      const asked = request.url ?? ''
      request.url = path + toKnownQuery(address, query)
      const answer = await handler(await toRequest(request), { address, client, now })
      hideSecrets(asked, answer)
      return sendResponse(request, response, answer)
    }
  }
}

/** The query begins with the first question mark. */
function splitAddress(url = '/'): { path: string; query: string } {
  const at = url.indexOf('?')
  return at === -1 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at + 1) }
}
