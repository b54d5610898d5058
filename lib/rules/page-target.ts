import { type Address, parseAddress } from './addresses'

/** A page that the renderer makes: one of the publication's addresses, or the notice that a request gets in its place. */
export type PageTarget =
  | { status: 200; address: Address; path: string }
  | { status: 410; slug: string }
  | { status: 404 }
  | { status: 500 }

/** The first segment of where pages are generated statically. Nobody may ask there: the gate knows no such address. */
const folder = '/rendered'

/** Where a page is generated statically: `/rendered/200/articles/<slug>`, `/rendered/410/<slug>`, `/rendered/404`. */
export function toRenderedPath(target: PageTarget): string {
  switch (target.status) {
    case 200:
      return `${folder}/200${target.path === '/' ? '' : target.path}`
    case 410:
      return `${folder}/410/${encodeURIComponent(target.slug)}`
    default:
      return `${folder}/${target.status}`
  }
}

/** The page that is generated at a path; undefined where none is. */
export function parseRenderedPath(path: string): PageTarget | undefined {
  if (!path.startsWith(`${folder}/`)) return undefined
  const [status, ...rest] = path.slice(folder.length + 1).split('/')
  if (status === '404' || status === '500') return { status: Number(status) as 404 | 500 }
  if (status === '410') return { status: 410, slug: decodeURIComponent(rest.join('/')).normalize('NFC') }
  const inner = `/${rest.join('/')}`
  const address = status === '200' ? parseAddress(inner) : undefined
  return address && { status: 200, address, path: inner }
}

/** What a page is called in the page cache. */
export function toCachePath(target: PageTarget): string {
  if (target.status === 200) return target.path
  return target.status === 410 ? `410 ${target.slug}` : String(target.status)
}
