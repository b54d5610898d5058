import { type NextRequest, NextResponse } from 'next/server'
import { toPageCacheControl } from '#lib/http/caching'
import { isPage } from '#lib/rules/addresses'
import { toRenderedPath } from '#lib/rules/page-target'
import { resolveRequest } from '#lib/server/gate'

/**
 * The gate where Next is the server, in development and on Vercel: every address is looked up in the edition of the
 * moment. In production it leads to the static route handler that renders pages; in development Next renders them.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = new URL(request.url)
  if (process.env.NODE_ENV === 'development' && pathname.startsWith('/_next/')) return NextResponse.next()
  // Next's own form of an address would keep a slash at its end.
  const at = (path: string) => Object.assign(new URL(request.url), { pathname: path })
  const headers = { 'Cache-Control': toPageCacheControl(pathname + search) }
  const resolution = resolveRequest(pathname, new Date())
  switch (resolution.kind) {
    case 'moved':
      return NextResponse.redirect(at(resolution.to), { status: 308, headers })
    case 'withdrawn':
      return isRenderer
        ? NextResponse.rewrite(at(toRenderedPath({ status: 410, slug: resolution.slug })), { headers })
        : NextResponse.rewrite(at(`/withdrawn/${encodeURIComponent(resolution.slug)}`), { status: 410, headers })
    case 'unknown':
      return NextResponse.rewrite(at(isRenderer ? toRenderedPath({ status: 404 }) : unmatched), { headers })
    case 'public':
      if (!isPage(resolution.address)) return NextResponse.next(setsOwnCaching.test(pathname) ? {} : { headers })
      return isRenderer
        ? NextResponse.rewrite(at(toRenderedPath({ status: 200, address: resolution.address, path: pathname })), {
            headers,
          })
        : NextResponse.next({ headers })
  }
}

/** Said in `next.config.mjs`. */
const isRenderer = process.env.PAGES === 'rendered'

/** An address that matches no route: only there does Next send the words of `not-found.tsx` with status 404. */
const unmatched = '/nothing/here'

/** Pictures, scripts, the search and what programs ask for say themselves how long they may be kept. */
const setsOwnCaching = /^\/(photos|scripts|api)\/|^\/search$|\/share\.png$/

/** All addresses but those of files that a build leaves for browsers: no page uses them. */
export const config = { matcher: '/((?!_next/static/|(?:icon\\.svg|apple-icon\\.png|favicon\\.ico)$).*)' }
