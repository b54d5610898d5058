import { StoryBrief } from '#components/story-brief'
import type { Article } from '#lib/types'

/** The stories most read this week, numbered; absent when there are none. */
export const HotThisWeek = ({ articles }: { articles: Article[] }) =>
  articles.length > 0 && (
    <section aria-labelledby="hot-this-week" className="@container">
      <h2 id="hot-this-week" className="section-title">
        Hot this week
      </h2>
      <ol className="mt-5 grid gap-x-8 gap-y-5 [counter-reset:rank] @min-[40rem]:grid-cols-2 @min-[60rem]:grid-cols-5">
        {articles.map((article) => (
          <li
            key={article.slug}
            className="grid grid-cols-[2.25rem_1fr] content-start [counter-increment:rank] not-first:border-t not-first:border-rule not-first:pt-4 @min-[40rem]:not-first:border-0 @min-[40rem]:not-first:pt-0 before:text-[1.75rem] before:leading-none before:font-bold before:text-seal before:content-[counter(rank)/''] @min-[60rem]:grid-cols-1 @min-[60rem]:before:mb-2"
          >
            <article className="relative">
              <StoryBrief article={article} />
            </article>
          </li>
        ))}
      </ol>
    </section>
  )
