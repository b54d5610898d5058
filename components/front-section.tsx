import { StoryCard } from '#components/story-card'
import { Words } from '#components/words'
import { topicPath } from '#lib/links'
import type { Article, SizedPhoto, Topic } from '#lib/types'

type Props = { topic: Topic; stories: { article: Article; photo?: SizedPhoto | undefined }[] }

/** A topic on the front page: its newest stories that stand nowhere above. */
export const FrontSection = ({ topic, stories }: Props) => (
  <section aria-labelledby={`topic-${topic.slug}`} className="grid gap-x-8 gap-y-5 lg:grid-cols-[12rem_1fr]">
    <h2 id={`topic-${topic.slug}`} className="rule-double pt-3 text-[1.5rem] leading-[1.15] font-bold">
      <a href={topicPath(topic.slug)} className="hover:underline">
        <Words text={topic.title} />
      </a>
    </h2>
    <ul className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
      {stories.map(({ article, photo }) => (
        <li key={article.slug} className="border-t border-rule pt-4">
          <StoryCard article={article} photo={photo} />
        </li>
      ))}
    </ul>
  </section>
)
