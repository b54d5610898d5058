import { type NextRequest, NextResponse } from 'next/server'
import { pageCacheControl } from '#lib/server/cache-control'
import { judge, unmatched } from '#lib/server/gate'

/** The gate: every address but the framework's own files is looked up in the edition of the moment. */
export function proxy(request: NextRequest): NextResponse {
  // Next's own form of an address would keep a slash at its end.
  const at = (path: string) => Object.assign(new URL(request.url), { pathname: path })
  const { pathname } = new URL(request.url)
  const verdict = judge(pathname, new Date())
  switch (verdict.kind) {
    case 'public':
      return NextResponse.next(setsOwnCaching.test(pathname) ? {} : { headers })
    case 'moved':
      return NextResponse.redirect(at(verdict.to), { status: 308, headers })
    case 'withdrawn':
      return NextResponse.rewrite(at(`/withdrawn/${encodeURIComponent(verdict.slug)}`), { status: 410, headers })
    case 'unknown':
      return NextResponse.rewrite(at(unmatched), { headers })
  }
}

/** Pictures, scripts, the search and what programs ask for say themselves how long they may be kept. */
const setsOwnCaching = /^\/(photos|scripts|api)\/|^\/search$|\/share\.png$/

const headers = { 'Cache-Control': pageCacheControl }

export const config = { matcher: '/((?!_next/|(?:icon\\.svg|apple-icon\\.png|favicon\\.ico)$).*)' }
