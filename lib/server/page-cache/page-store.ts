import { type EncodedText, type Encoding, encode } from '#lib/http/compress'
import { toTag } from '#lib/http/text-document'
import { doInTurn } from '#lib/pictures/costly-work'
import { getEditionKey } from '#lib/publication/articles'
import { getHotThisWeek } from '#lib/publication/hot-this-week'
import { getShownKey } from '#lib/publication/shown-key'
import { type PageTarget, toCachePath } from '#lib/rules/page-target'
import { counters } from '#lib/runtime/counters'
import { PageCache } from './page-cache'

/** What a page depends on. While it is the same, so is the page. */
type Source = { edition: string; shown: string; rankedAt: number }

type Page = Source & { etag: string; encoded: EncodedText; isKept: boolean }

/** A page in the coding that was asked for. */
type EncodedPage = { etag: string; body: Buffer; isFromMemory: boolean }

type Options = {
  renderPage: (target: PageTarget) => Promise<string>
  /** The page that the build generated, if it was made of the same. */
  readPrerendered: (path: string, source: { edition: string; shown: string }) => Promise<string | undefined>
  /** How many bytes of memory compressed pages may take. */
  capacity: number
}

/**
 * Renders each page when it is first requested, and again only when what it shows has changed: the edition, or the hot
 * stories on it. Pages do not expire by time.
 */
export class PageStore {
  readonly #options: Options
  readonly #cache: PageCache<Page>
  readonly #rendering = new Map<string, Promise<Page>>()

  constructor(options: Options) {
    this.#options = options
    this.#cache = new PageCache(options.capacity)
  }

  /** Throws what the page throws, and `TooManyWait` where a client asks for too many that must be made. */
  async get(target: PageTarget, encoding: Encoding, now: Date): Promise<EncodedPage> {
    const path = toCachePath(target)
    const known = this.#find(target, path, now)
    const body = known?.encoded.get(encoding)
    if (known && body) return { etag: known.etag, body, isFromMemory: true }
    return doInTurn(async () => {
      const found = this.#find(target, path, now)
      const page = found ?? (await this.#makeOnce(target, path, now))
      const made = encode(page.encoded, encoding)
      // What is compressed is not kept as plain text, too.
      if (encoding !== 'identity') page.encoded.delete('identity')
      if (page.isKept) this.#cache.set(path, page)
      return { etag: page.etag, body: made, isFromMemory: found !== undefined }
    })
  }

  #find(target: PageTarget, path: string, now: Date): Page | undefined {
    const page = this.#cache.get(path)
    return page && isCurrent(page, target, now) ? page : undefined
  }

  /** Parallel requests for a page render it once. */
  async #makeOnce(target: PageTarget, path: string, now: Date): Promise<Page> {
    const source = getSource(target, now)
    const key = [path, source.edition, source.shown].join('\n')
    const making =
      this.#rendering.get(key) ?? this.#make(target, path, source).finally(() => this.#rendering.delete(key))
    this.#rendering.set(key, making)
    return making
  }

  async #make(target: PageTarget, path: string, source: Source): Promise<Page> {
    const html = Buffer.from((await this.#options.readPrerendered(path, source)) ?? (await this.#render(target)))
    const page = { ...source, etag: `W/${toTag(html)}`, encoded: new Map([['identity' as const, html]]), isKept: true }
    // What changed during rendering may or may not be on the page.
    page.isKept = isCurrent(page, target, new Date())
    return page
  }

  #render(target: PageTarget): Promise<string> {
    counters.pagesRendered++
    return this.#options.renderPage(target)
  }
}

const getSource = (target: PageTarget, now: Date): Source => ({
  edition: getEditionKey(now),
  shown: getShownKey(target, now),
  rankedAt: +getHotThisWeek(now).rankedAt,
})

function isCurrent(page: Page, target: PageTarget, now: Date): boolean {
  if (page.edition !== getEditionKey(now)) return false
  const rankedAt = +getHotThisWeek(now).rankedAt
  if (page.rankedAt === rankedAt) return true
  if (page.shown !== getShownKey(target, now)) return false
  page.rankedAt = rankedAt
  return true
}
