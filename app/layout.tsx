import './globals.css'
import type { ReactNode } from 'react'
import { Masthead } from '#components/site/masthead'
import { PageMain } from '#components/site/page-main'
import { SiteFooter } from '#components/site/site-footer'
import { SkipLink } from '#components/site/skip-link'
import { SpeculationRules } from '#components/site/speculation-rules'
import { siteMetadata } from '#lib/distribution/metadata'
import { getPages } from '#lib/publication/pages'
import { getSite } from '#lib/publication/site'
import { getMenuTopics } from '#lib/publication/topics'

export const generateMetadata = siteMetadata

// A saved story changes this file, and with it every page that is open.
if (process.env.NODE_ENV === 'development') await import('#generated/reload')

/** The frame of every page. Next makes the head itself; the renderer hands one over. */
export default function Layout({ children, head }: { children: ReactNode; head?: ReactNode }) {
  const site = getSite()
  return (
    <html lang={site.language}>
      {head}
      <body>
        <SkipLink site={site} />
        <Masthead site={site} topics={getMenuTopics()} />
        <PageMain>{children}</PageMain>
        <SiteFooter site={site} pages={getPages()} />
        <SpeculationRules />
      </body>
    </html>
  )
}
