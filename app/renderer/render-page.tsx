import type { ReactNode } from 'react'
import Layout, { generateMetadata as layoutMetadata } from '#app/layout'
import { Head } from '#app/renderer/head'
import { callPage } from '#app/renderer/page-modules'
import type { PageMetadata } from '#lib/distribution/metadata'
import type { PageTarget } from '#lib/rules/page-target'
import { getStyles } from '#lib/server/page-cache/styles'

/** Renders a page as a complete HTML document with no scripts except the page's own. Throws what the page throws. */
export async function renderPage(target: PageTarget): Promise<string> {
  return renderDocument(await callPage(target))
}

type Document = { metadata: PageMetadata; children: ReactNode }

/** Puts the content of a page into the site's layout, with a head made from the metadata of the page and the layout. */
export async function renderDocument({ metadata, children }: Document): Promise<string> {
  const { renderToStaticMarkup } = await loadReactServer()
  const head = <Head page={metadata} site={layoutMetadata()} styles={await getStyles()} />
  return `<!DOCTYPE html>${renderToStaticMarkup(<Layout head={head}>{children}</Layout>)}`
}

/** Next forbids a static import of this module. When a bundle loads it later, all exports are under `default`. */
async function loadReactServer(): Promise<typeof import('react-dom/server')> {
  const server = await import('react-dom/server')
  return 'default' in server ? (server.default as typeof server) : server
}
