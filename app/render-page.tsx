import type { ReactNode } from 'react'
import { getStyles } from '#lib/server/styles'
import { getSite, toAbsolute } from '#lib/site'
import Layout from './layout'

/** `robots` is what search engines may do with the page, in their own words. */
type Page = { title: string; description: string; path: string; robots: 'all' | 'noindex'; children: ReactNode }

/**
 * A page for one request as an HTML document: the same layout and styles as every page, without any script. Next
 * sends its runtime with pages that it makes for a request; this way it does not.
 */
export async function renderPage({ title, description, path, robots, children }: Page): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server')
  const document = (
    <Layout>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} – ${getSite().name}`}</title>
      <meta name="description" content={description} />
      <meta name="robots" content={robots} />
      <link rel="canonical" href={toAbsolute(path)} />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any" />
      <Styles {...(await getStyles())} />
      {children}
    </Layout>
  )
  return `<!DOCTYPE html>${renderToStaticMarkup(document)}`
}

const Styles = (styles: Awaited<ReturnType<typeof getStyles>>) =>
  'text' in styles ? (
    <style href="site" precedence="default">
      {styles.text}
    </style>
  ) : (
    styles.addresses.map((address) => <link key={address} rel="stylesheet" href={address} precedence="default" />)
  )
