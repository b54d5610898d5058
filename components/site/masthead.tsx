import { frontPagePath, latestPath, searchPath, topicPath, topicsPath } from '#lib/rules/links'
import type { Site, Topic } from '#lib/types'
import { Words } from './words'

/**
 * The header of every page: the link to the search, the publication's name and the topic menu. Its centred rows would
 * move while their content arrives, so it stays invisible until an element after it shows that it is complete.
 */
export function Masthead({ site, topics }: { site: Site; topics: Topic[] }) {
  const { name, tagline, messages } = site
  return (
    <header className="mx-auto max-w-page px-4 not-has-[+*]:invisible sm:px-6">
      <p className="label no-print pt-1 text-end font-bold md:-mb-12 md:pt-3">
        <a href={searchPath} className="inline-block py-2.5 hover:text-seal">
          {messages.search.title}
        </a>
      </p>
      <div className="pb-4 text-center md:pt-6">
        <a
          href={frontPagePath}
          className="inline-block text-[clamp(2.5rem,1.9rem+3vw,4.25rem)] leading-none font-bold tracking-[-0.03em]"
        >
          <Words text={name} />
          <span aria-hidden="true" className="ms-[0.12em] inline-block size-[0.2em] bg-seal" />
        </a>
        <p className="mt-2 text-balance text-soft italic">
          <Words text={tagline} />
        </p>
      </div>
      <nav aria-label={messages.topics.title} className="no-print rule-double border-b border-b-rule">
        <ul className="label -ms-2 flex gap-x-1 overflow-x-auto pe-10 font-bold [mask-image:linear-gradient(to_left,transparent,black_3rem)] md:ms-0 md:flex-wrap md:justify-center md:pe-0 md:[mask-image:none]">
          <MenuItem href={latestPath} text={messages.latest.title} />
          {topics.map(({ slug, title }) => (
            <MenuItem key={slug} href={topicPath(slug)} text={title} />
          ))}
          <MenuItem href={topicsPath} text={messages.topics.all} />
        </ul>
      </nav>
    </header>
  )
}

const MenuItem = ({ href, text }: { href: string; text: string }) => (
  <li className="shrink-0">
    <a href={href} className="block px-2 py-2.5 -outline-offset-3 hover:text-seal">
      <Words text={text} />
    </a>
  </li>
)
