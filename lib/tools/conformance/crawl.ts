import { type Page, readPage } from './page'
import { type Site, toInternal } from './site'
import { readThings } from './things'
import { visit } from './visit'

/** Requests a path of a running site without following redirects. */
export type Get = (path: string, headers?: Record<string, string>) => Promise<Response>

/** How many addresses are requested at the same time. */
const atOnce = 6

/** Share images of only this many pages are requested, because the site renders them on request. */
const sample = 50

/** Addresses that programs request without a link to them. */
const wellKnown = ['/robots.txt', '/sitemap.xml', '/news-sitemap.xml', '/.well-known/security.txt']

/** Reads every address that can be reached by links from the front page and the sitemap. */
export async function crawl(get: Get, now: Date): Promise<Site> {
  const origin = await findOrigin(get)
  const nowhere = `${origin}/nobody-ever-used-this-address`
  const unused = await get('/nobody-ever-used-this-address')
  const site: Site = {
    origin,
    answers: new Map(),
    pages: new Map(),
    nowhere: { address: nowhere, status: unused.status, page: readPage(nowhere, await unused.text()) },
    now,
  }
  const seen = new Set<string>()
  const waiting: { address: string; linkedFrom: string }[] = []
  const add = (hrefs: string[], linkedFrom: string) => {
    for (const href of hrefs) {
      const address = toInternal(href, linkedFrom, origin)
      if (!address || seen.has(address)) continue
      seen.add(address)
      waiting.push({ address, linkedFrom })
    }
  }
  add(['/', ...wellKnown], `${origin}/`)
  while (waiting.length > 0) {
    const visits = waiting.splice(0, atOnce).map(async ({ address, linkedFrom }) => {
      const { answer, page, leadsTo } = await visit(get, site.origin, address, linkedFrom)
      site.answers.set(address, answer)
      if (page) site.pages.set(address, page)
      add([...leadsTo, ...(page && site.pages.size <= sample ? imagesOf(page) : [])], address)
    })
    await Promise.all(visits)
  }
  return site
}

/** The origin in the front page's canonical address. The site may run at another address. Throws if there is none. */
async function findOrigin(get: Get): Promise<string> {
  const [canonical = ''] = readPage('', await (await get('/')).text()).related.flatMap(({ rel, href }) =>
    rel === 'canonical' ? href : [],
  )
  if (!URL.canParse(canonical)) throw new Error('The front page has no canonical address, so nothing can be checked')
  return new URL(canonical).origin
}

/** Images of a page that only programs load. */
const imagesOf = (page: Page): string[] => [
  ...(page.meta.get('og:image') ?? []),
  ...readThings(page).flatMap(({ image }) => [image].flat().flatMap((one) => (one as { url?: string })?.url ?? [])),
]
