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

// Saving a story changes this file, so every open page reloads.
if (process.env.NODE_ENV === 'development') await import('#generated/reload')

/** The frame of every page. The renderer passes a head; Next generates its own. */
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
