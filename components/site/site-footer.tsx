import {
  archivePath,
  authorsPath,
  correctionsPath,
  feedsPath,
  latestPath,
  pagePath,
  peoplePath,
  topicsPath,
} from '#lib/rules/links'
import type { Page, Site } from '#lib/types'
import { Words } from './words'

const lists = [
  [latestPath, 'Latest'],
  [topicsPath, 'Topics'],
  [peoplePath, 'People quoted'],
  [authorsPath, 'Authors'],
  [archivePath, 'Archive'],
  [correctionsPath, 'Corrections'],
  [feedsPath, 'Feeds'],
] as const

/** The foot of every page: ways into the publication and its own pages. */
export function SiteFooter({ site, pages }: { site: Site; pages: Page[] }) {
  const { name, publisher } = site
  return (
    <footer className="no-print mx-auto mt-20 max-w-page px-4 pb-10 sm:px-6">
      <nav aria-label="Publication" className="rule-double pt-4">
        <ul className="label flex flex-wrap gap-x-5">
          {[...lists, ...pages.map(({ slug, title }) => [pagePath(slug), title] as const)].map(([href, text]) => (
            <li key={href}>
              <a href={href} className="inline-block py-2.5 hover:underline">
                <Words text={text} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {publisher !== name && (
        <p className="label mt-4 text-soft">
          <Words text={name} /> is published by <Words text={publisher} />.
        </p>
      )}
    </footer>
  )
}
