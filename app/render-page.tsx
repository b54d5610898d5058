import type { ReactNode } from 'react'
import { siteSharePath } from '#lib/links'
import { toCard, toImage } from '#lib/metadata'
import { getStyles } from '#lib/server/styles'
import { getSite, toAbsolute } from '#lib/site'
import Layout from './layout'

/** `robots` is what search engines may do with the page, in their own words. */
type Page = {
  title: string
  description: string
  path: string
  robots: 'max-image-preview:large' | 'noindex'
  children: ReactNode
}

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
      <Card title={title} description={description} path={path} />
      <Styles {...(await getStyles())} />
      {children}
    </Layout>
  )
  return `<!DOCTYPE html>${renderToStaticMarkup(document)}`
}

/** What Next prints of Open Graph on pages that it makes itself (`lib/metadata.ts`). */
function Card({ title, description, path }: Omit<Page, 'robots' | 'children'>) {
  const { siteName, locale } = toCard(title, description, path)
  const { url, alt, type, width, height } = toImage(siteSharePath, siteName)
  const said = { type: 'website', site_name: siteName, locale, url: toAbsolute(path), title, description }
  const image = {
    image: toAbsolute(url),
    'image:alt': alt,
    'image:type': type,
    'image:width': width,
    'image:height': height,
  }
  return (
    <>
      {Object.entries({ ...said, ...image }).map(([name, content]) => (
        <meta key={name} property={`og:${name}`} content={String(content)} />
      ))}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}

const Styles = (styles: Awaited<ReturnType<typeof getStyles>>) =>
  'text' in styles ? (
    <style href="site" precedence="default">
      {styles.text}
    </style>
  ) : (
    styles.addresses.map((address) => <link key={address} rel="stylesheet" href={address} precedence="default" />)
  )
