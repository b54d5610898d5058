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
import { Sentence } from './sentence'
import { Words } from './words'

/** The foot of every page: ways into the publication and its own pages. */
export function SiteFooter({ site, pages }: { site: Site; pages: Page[] }) {
  const { name, publisher, messages } = site
  const lists = [
    [latestPath, messages.latest.title],
    [topicsPath, messages.topics.title],
    [peoplePath, messages.people.title],
    [authorsPath, messages.authors.title],
    [archivePath, messages.archive.title],
    [correctionsPath, messages.corrections.title],
    [feedsPath, messages.feeds.title],
  ] as const
  return (
    <footer className="no-print mx-auto mt-20 max-w-page px-4 pb-10 sm:px-6">
      <nav aria-label={messages.site.publication} className="rule-double pt-4">
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
          <Sentence parts={messages.site.publishedBy(<Words text={name} />, <Words text={publisher} />)} />
        </p>
      )}
    </footer>
  )
}
