import type { PageMetadata, siteMetadata } from '#lib/distribution/metadata'
import { toAbsolute } from '#lib/publication/site'
import type { Styles } from '#lib/server/page-cache/styles'

type Props = { page: PageMetadata; site: ReturnType<typeof siteMetadata>; styles: Styles }

/** The head of a document, as Next would generate it from the same metadata, the layout and the icons in `app/`. */
export const Head = ({ page, site, styles }: Props) => (
  <head>
    <meta charSet="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <StyleSheet {...styles} />
    <title>{toTitle(page, site)}</title>
    <meta name="description" content={page.description} />
    <link rel="manifest" href={site.manifest} />
    <meta name="robots" content={page.robots === null ? 'noindex' : toRobots(site)} />
    {page.alternates && <link rel="canonical" href={toAddress(page.alternates.canonical)} />}
    {Object.entries((page.alternates ?? site.alternates).types).flatMap(([type, feeds]) =>
      feeds.map(({ title, url }) => <link key={url} rel="alternate" type={type} href={toAddress(url)} title={title} />),
    )}
    {toProperties(page).map(([property, content]) => (
      <meta key={property + content} property={property} content={content} />
    ))}
    {toTwitter(page, site).map(([name, content]) => (
      <meta key={name} name={name} content={content} />
    ))}
    <link rel="icon" href="/favicon.ico" sizes="32x32" type="image/x-icon" />
    <link rel="icon" href="/icon.svg" sizes="any" type="image/svg+xml" />
    <link rel="apple-touch-icon" href="/apple-icon.png" sizes="180x180" type="image/png" />
  </head>
)

const StyleSheet = (styles: Styles) =>
  'text' in styles ? (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the site's own styles
    <style dangerouslySetInnerHTML={{ __html: styles.text }} />
  ) : (
    styles.addresses.map((address) => <link key={address} rel="stylesheet" href={address} precedence="default" />)
  )

/** Inserts the title as plain text: `$` and replacement patterns have no meaning. */
const toTitle = ({ title }: PageMetadata, site: Props['site']) =>
  typeof title === 'string' ? site.title.template.split('%s').join(title) : title.absolute

const toRobots = ({ robots }: Props['site']) =>
  Object.entries(robots)
    .map((rule) => rule.join(':'))
    .join(', ')

/** A path as an absolute address. Like Next, it leaves out the slash at the end of the front page's. */
const toAddress = (path: string) => toAbsolute(path === '/' ? '' : path)

type Pairs = [string, string | number | undefined | string[]][]

const spread = (pairs: Pairs): [string, string][] =>
  pairs.flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, String(one)]))

/** Open Graph properties, by their own names. */
function toProperties({ openGraph }: PageMetadata): [string, string][] {
  if (!openGraph) return []
  const { title, description, url, siteName, locale, images, type } = openGraph
  const [image] = images
  const card: Pairs = [
    ['og:title', title],
    ['og:description', description],
    ['og:url', toAddress(url)],
    ['og:site_name', siteName],
    ['og:locale', locale],
    ['og:image', toAddress(image.url)],
    ['og:image:type', image.type],
    ['og:image:width', image.width],
    ['og:image:height', image.height],
    ['og:image:alt', image.alt],
    ['og:type', type],
  ]
  if (openGraph.type === 'website') return spread(card)
  return spread([
    ...card,
    ['article:published_time', toTime(openGraph.publishedTime)],
    ['article:modified_time', toTime(openGraph.modifiedTime)],
    ['article:author', openGraph.authors],
    ['article:section', openGraph.section],
    ['article:tag', openGraph.tags],
  ])
}

const toTime = (time: string) => new Date(time).toISOString()

/** The card of X, which takes title, description and image from Open Graph. */
function toTwitter(page: PageMetadata, site: Props['site']): [string, string][] {
  const image = page.openGraph?.images[0]
  return spread([
    ['twitter:card', site.twitter.card],
    ['twitter:title', page.openGraph?.title ?? toTitle(page, site)],
    ['twitter:description', page.openGraph?.description ?? page.description],
    ['twitter:image', image && toAddress(image.url)],
    ['twitter:image:alt', image?.alt],
    ['twitter:image:type', image?.type],
    ['twitter:image:width', image?.width],
    ['twitter:image:height', image?.height],
  ])
}
