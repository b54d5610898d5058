import type { IncomingMessage, ServerResponse } from 'node:http'
import { toPageCacheControl } from '#lib/http/caching'
import { toEncoding } from '#lib/http/compress'
import { isKnownTag } from '#lib/http/known-tag'
import type { PageTarget } from '#lib/rules/page-target'
import { counters } from '#lib/runtime/counters'
import { Unavailable } from '#lib/runtime/unavailable'
import { reportError } from '../operations/report-error'
import type { PageStore } from './page-store'

/** In one step, to a path of the site. */
export function redirect({ url = '' }: IncomingMessage, response: ServerResponse, to: string): void {
  // The address that was asked for may hold what the one it leads to does not.
  const caching = [url, to].map(toPageCacheControl).includes('no-store') ? 'no-store' : toPageCacheControl(to)
  response.writeHead(308, { Location: to, 'Cache-Control': caching, 'Content-Length': 0 }).end()
}

/** Sends a page in the coding that the client accepts, or 304 if the client has it. */
export async function sendPage(
  pages: PageStore,
  request: IncomingMessage,
  response: ServerResponse,
  target: PageTarget,
  now: Date,
  status: number = target.status,
): Promise<void> {
  const { headers } = request
  const encoding = toEncoding(headers['accept-encoding']?.toString())
  const { etag, body, isFromMemory } = await pages.get(target, encoding, now)
  const about = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': target.status === 500 ? 'no-store' : toPageCacheControl(request.url ?? ''),
    Vary: 'Accept-Encoding',
    ETag: etag,
  }
  if (target.status === 200 && isKnownTag(headers['if-none-match'], etag)) {
    response.writeHead(304, about).end()
    return
  }
  if (isFromMemory) counters.pagesFromMemory++
  const coding = encoding === 'identity' ? {} : { 'Content-Encoding': encoding }
  response.writeHead(status, { ...about, ...coding, 'Content-Length': body.length }).end(body)
}

/** Sends the error page with `no-store`: 500, or 503 if something is unavailable for now. */
export async function sendError(pages: PageStore, request: IncomingMessage, response: ServerResponse, error: unknown) {
  const status = error instanceof Unavailable ? 503 : 500
  if (status === 500) reportError(error, { method: request.method ?? '', path: request.url ?? '' })
  if (response.headersSent) return response.destroy()
  if (status === 503) response.setHeader('Retry-After', '5')
  await sendPage(pages, request, response, { status: 500 }, new Date(), status).catch(() => {
    const text = 'Something went wrong on our side. Try again in a minute.\n'
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(text)
  })
}
