import { Words } from '#components/site/words'
import { topicPath } from '#lib/rules/links'
import type { Article, Site, SizedPhoto, Topic } from '#lib/types'
import { StoryCard } from './story-card'

type Props = { site: Site; topic: Topic; stories: { article: Article; photo?: SizedPhoto | undefined }[] }

/** A topic on the front page: its newest stories that are not shown above, the first with its picture. */
export const FrontSection = ({ site, topic, stories }: Props) => (
  <section aria-labelledby={`topic-${topic.slug}`} className="mb-10 break-inside-avoid">
    <h2 id={`topic-${topic.slug}`} className="section-title">
      <a href={topicPath(topic.slug)} className="hover:underline">
        <Words text={topic.title} />
      </a>
    </h2>
    <ul className="mt-4 space-y-5 [&>:first-child_h3]:text-[1.5rem]">
      {stories.map(({ article, photo }, index) => (
        <li key={article.slug} className="not-first:border-t not-first:border-rule not-first:pt-4">
          <StoryCard site={site} article={article} photo={index === 0 ? photo : undefined} />
        </li>
      ))}
    </ul>
  </section>
)
