import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import FileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import { oncePerProcess } from '../once-per-process.mjs'
import { tally } from '../tally.mjs'
import { getPrintedPage, keepPrintedPage } from './printed-pages.mjs'
import { withoutFramework } from './without-framework.mjs'

/** When the making of a page began that is not finished yet, in milliseconds, by Next's key. */
const begun = oncePerProcess('begun-pages', () => new Map())

/** What `content.ts` shares: the newest generation, and that of the request. */
const newest = oncePerProcess('generation', () => ({}))
const pinned = oncePerProcess('pinned-generation', () => new AsyncLocalStorage())

/**
 * Where Next keeps what it makes (`cacheHandler`). A page leaves without Next's runtime and stays in memory while it
 * holds; what does not hold is missing here, so that Next makes the page before it answers. As no page is handed out
 * for longer than a minute, none is written to disk. Next bundles this file and also loads it as it is.
 */
export default class Press extends (FileSystemCache.default ?? FileSystemCache) {
  constructor(context) {
    super({ ...context, flushToDisk: false })
  }

  async get(key, context) {
    if (context.kind !== 'APP_PAGE') return super.get(key, context)
    const page = getPrintedPage(toPath(key))
    if (!page && !begun.has(key)) begun.set(key, Date.now())
    return page ? toEntry(page) : null
  }

  async set(key, value, context) {
    if (value?.kind !== 'APP_PAGE') return super.set(key, value, context)
    const html = Buffer.from(withoutFramework(value.html))
    const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 27)}"`
    const page = { html, etag, begun: isOfNewest() ? (begun.get(key) ?? Date.now()) : 0, encoded: new Map() }
    begun.delete(key)
    tally.pagesPrinted++
    keepPrintedPage(toPath(key), page)
    // Next answers the request that it made the page for with this value.
    Object.assign(value, toEntry(page).value)
  }
}

/** A request that began before a new generation was taken still makes its page from the one before. */
function isOfNewest() {
  const generation = pinned.getStore()
  return !generation || generation === newest.loaded
}

/** The path of a page, decoded and composed (NFC), from Next's key for it: `/route-cache/APP_PAGE/<route>/$/latest`. */
function toPath(key) {
  const path = key.slice(key.indexOf('/$/') + 2).normalize('NFC')
  return path === '/index' ? '/' : path
}

/** A page in the form in which Next takes it. */
const toEntry = ({ html, begun }) => ({
  lastModified: begun,
  value: {
    kind: 'APP_PAGE',
    html: html.toString(),
    headers: {},
    rscData: undefined,
    segmentData: undefined,
    postponed: undefined,
    status: undefined,
  },
})
