import { listStaticPaths } from '#app/renderer/page-modules'
import { renderPage } from '#app/renderer/render-page'
import { assertFound } from '#lib/http/params'
import { parseAddress } from '#lib/rules/addresses'
import { type PageTarget, parseRenderedPath, toRenderedPath } from '#lib/rules/page-target'

/**
 * Every page as a static route handler: the renderer makes it, at build or when it is first asked for. `proxy.ts` leads
 * here from the page's own address, after the gate has looked at it.
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
