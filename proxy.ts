import { type NextRequest, NextResponse } from 'next/server'
import { toPageCacheControl } from '#lib/http/caching'
import { isPage } from '#lib/rules/addresses'
import { toRenderedPath } from '#lib/rules/page-target'
import { resolveRequest } from '#lib/server/gate'

/**
 * The gate where Next is the server, in development and on Vercel. It looks up each address in the current edition. In
 * production it rewrites to the static route handler that renders pages; in development Next renders them.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = new URL(request.url)
  if (process.env.NODE_ENV === 'development' && pathname.startsWith('/_next/')) return NextResponse.next()
  // `NextURL` would keep a slash at the end of the address.
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

/** Set in `next.config.mjs`. */
const isRenderer = process.env.PAGES === 'rendered'

/**
 * An address that matches no route. Only for such an address does Next send the text of `not-found.tsx` with status
 * 404.
 */
const unmatched = '/nothing/here'

/** Photos, scripts, the search, share images and the API set their own Cache-Control. */
const setsOwnCaching = /^\/(photos|scripts|api)\/|^\/search$|\/share\.png$/

/** Matches every address except the files that a build writes for browsers. No page uses those. */
export const config = { matcher: '/((?!_next/static/|(?:icon\\.svg|apple-icon\\.png|favicon\\.ico)$).*)' }
