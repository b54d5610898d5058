import type { ReactNode } from 'react'
import Layout, { generateMetadata as layoutMetadata } from '#app/layout'
import { Head } from '#app/renderer/head'
import { callPage } from '#app/renderer/page-modules'
import type { PageMetadata } from '#lib/metadata'
import type { PageTarget } from '#lib/page-target'
import { getStyles } from '#lib/server/styles'

/** Renders a page as a complete HTML document, without any script but its own. Throws what the page throws. */
export async function renderPage(target: PageTarget): Promise<string> {
  return renderDocument(await callPage(target))
}

type Document = { metadata: PageMetadata; children: ReactNode }

/** Puts what a page shows into the site's layout, with a head made of what the page and the layout say of it. */
export async function renderDocument({ metadata, children }: Document): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server')
  const head = <Head page={metadata} site={layoutMetadata()} styles={await getStyles()} />
  return `<!DOCTYPE html>${renderToStaticMarkup(<Layout head={head}>{children}</Layout>)}`
}
