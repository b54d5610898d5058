import { oncePerProcess } from '../once-per-process.mjs'

/**
 * A page in memory, and its compressed copies by their content coding. `begun` is when its making began, in
 * milliseconds: what changed since then it may not show.
 * @typedef {{ html: Buffer, etag: string, begun: number, encoded: Map<string, Buffer> }} PrintedPage
 */

/** For how many milliseconds a page is handed out. */
const shelfLife = 60_000

/** How many bytes of memory pages may take; those that nobody asked for the longest go first. */
const capacity = 96 * 2 ** 20

/** @type {{ pages: Map<string, PrintedPage>, bytes: number }} */
const shelf = oncePerProcess('printed-pages', () => ({ pages: new Map(), bytes: 0 }))

/** @type {import('../articles').CurrentEdition} */
const current = oncePerProcess('edition', () => ({}))

/**
 * A page that still holds: at most 60 s old, and made after the last story came out or went and after the words changed.
 * @param {string} path
 * @returns {PrintedPage | undefined}
 */
export function getPrintedPage(path, now = Date.now()) {
  const page = shelf.pages.get(path)
  if (!page) return undefined
  take(path, page)
  const { edition, takenAt = 0 } = current
  // A page from the future was made before the clock was put back.
  const isFresh = page.begun <= now && now - page.begun < shelfLife
  const holds = edition && page.begun >= +edition.from && page.begun > takenAt && now < +edition.until && isFresh
  if (holds) put(path, page)
  return holds ? page : undefined
}

/**
 * Keeps a page.
 * @param {string} path
 * @param {PrintedPage} page
 */
export function keepPrintedPage(path, page) {
  const before = shelf.pages.get(path)
  if (before) take(path, before)
  put(path, page)
  for (const [oldest, other] of shelf.pages) {
    if (shelf.bytes <= capacity) break
    take(oldest, other)
  }
}

/** The compressed copies of a page are each below half of it. */
const weigh = ({ html }) => 2 * html.length

function take(path, page) {
  shelf.pages.delete(path)
  shelf.bytes -= weigh(page)
}

function put(path, page) {
  shelf.pages.set(path, page)
  shelf.bytes += weigh(page)
}
