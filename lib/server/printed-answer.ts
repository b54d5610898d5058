import type { IncomingMessage } from 'node:http'
import { getEdition } from '../articles'
import { searchPath } from '../links'
import type { Answer } from './answer-instead'
import { pageCacheControl } from './cache-control'
import { encodePage, toEncoding } from './encode-page'
import { isUngated, judge, notFoundPage } from './gate'
import { isKnownTag } from './known-tag'
import { getPrintedPage } from './printed-pages.mjs'

/** What is asked for, as it came in. */
export type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

/** The answer that a printed page is to a request, if the gate lets the address through and the page still holds. */
export function getPrintedAnswer({ method, url, headers }: Asked, now: Date): Answer | undefined {
  const [path = '', query] = (url ?? '').split('?', 2)
  // What a printed page shows does not depend on a query, but for a search.
  if (!/^(GET|HEAD)$/.test(method ?? '') || (query && path === searchPath)) return undefined
  if (isUngated(path)) return undefined
  const found = findPage(path, now)
  const page = found && getPrintedPage(found.path, +now)
  if (!page) return undefined
  const about = new Map<string, string | number>([
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Cache-Control', pageCacheControl],
    ['Vary', 'Accept-Encoding'],
    ['ETag', page.etag],
  ])
  if (found.status === 200 && isKnownTag(headers['if-none-match'], page.etag)) return { status: 304, headers: about }
  const encoding = toEncoding(headers['accept-encoding'])
  if (encoding !== 'identity') about.set('Content-Encoding', encoding)
  const body = encodePage(page, encoding)
  return { status: found.status, headers: about.set('Content-Length', body.length), body }
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
    case 'unknown':
      return { path: notFoundPage, status: 404 }
    case 'moved':
      return undefined
  }
}
