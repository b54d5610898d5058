import type { Article, Site, SizedPhoto } from '#lib/types'
import { StoryCard } from './story-card'

type Props = { site: Site; stories: { article: Article; photo?: SizedPhoto | undefined }[]; whenEmpty: string }

/** The stories of a list page in one column, each with its picture if it has one. */
export const StoryRiver = ({ site, stories, whenEmpty }: Props) =>
  stories.length === 0 ? (
    <p className="text-soft">{whenEmpty}</p>
  ) : (
    <section aria-labelledby="stories">
      <h2 id="stories" className="sr-only">
        {site.messages.lists.heading}
      </h2>
      <ul className="grid gap-x-8 gap-y-8 md:grid-cols-2 lg:grid-cols-3 lg:[&>:first-child]:col-span-full lg:[&>:first-child>article]:grid lg:[&>:first-child>article]:grid-cols-2 lg:[&>:first-child>article]:gap-x-8 lg:[&>:first-child_h3]:text-[2.125rem]">
        {stories.map(({ article, photo }) => (
          <li key={article.slug} className="border-t border-rule pt-4">
            <StoryCard site={site} article={article} photo={photo} />
          </li>
        ))}
      </ul>
    </section>
  )
