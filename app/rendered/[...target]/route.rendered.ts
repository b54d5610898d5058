import { listStaticPaths } from '#app/renderer/page-modules'
import { renderPage } from '#app/renderer/render-page'
import { assertFound } from '#lib/http/params'
import { parseAddress } from '#lib/rules/addresses'
import { type PageTarget, parseRenderedPath, toRenderedPath } from '#lib/rules/page-target'

/**
 * Every page as a static route handler. The renderer renders a page at build or on its first request. `proxy.ts`
 * rewrites a page's own address to this one once the gate has looked it up.
 */
export const dynamic = 'force-static'
export const revalidate = 60

export async function generateStaticParams() {
  const targets: PageTarget[] = (await listStaticPaths()).map((path) => ({
    status: 200,
    address: assertFound(parseAddress(path), 'a page'),
    path,
  }))
  return [...targets, { status: 404 as const }].map((target) => ({
    target: toRenderedPath(target).split('/').slice(2).map(decodeURIComponent),
  }))
}

export async function GET(_: Request, { params }: { params: Promise<{ target: string[] }> }): Promise<Response> {
  const path = (await params).target.map((segment) => encodeURIComponent(decodeURIComponent(segment))).join('/')
  const target = assertFound(parseRenderedPath(`/rendered/${path}`), 'a page')
  return new Response(await renderPage(target), {
    status: target.status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  })
}
