import { topicPath } from '#lib/rules/links'
import type { Site, Topic } from '#lib/types'

/** The topics of a story. */
export const TopicLinks = ({ site, topics }: { site: Site; topics: Topic[] }) => (
  <nav aria-label={site.messages.story.topics}>
    <ul className="label flex flex-wrap gap-2">
      {topics.map(({ slug, title }) => (
        <li key={slug}>
          <a href={topicPath(slug)} className="block border border-rule px-3 py-1.5 font-bold hover:border-ink">
            {title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
