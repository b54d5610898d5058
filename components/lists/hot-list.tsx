import { CorrectedLabel } from '#components/story/corrected-label'
import type { Article, Site } from '#lib/types'
import { StoryBrief } from './story-brief'

type Props = { site: Site; stories: { article: Article; reads: number; score: number }[] }

/** The ranking in full: each story with the reads of the window and the score that they come to. */
export const HotList = ({ site, stories }: Props) => (
  <section aria-labelledby="ranking" className="max-w-measure">
    <h2 id="ranking" className="section-title">
      {site.messages.hotThisWeek.ranking}
    </h2>
    <ol className="[counter-reset:rank]">
      {stories.map(({ article, reads, score }) => (
        <li
          key={article.slug}
          className="grid grid-cols-[3rem_1fr] py-4 [counter-increment:rank] not-first:border-t not-first:border-rule before:text-[1.75rem] before:leading-none before:font-bold before:text-seal before:content-[counter(rank)/'']"
        >
          <article className="relative">
            <StoryBrief article={article} />
            <p className="label mt-1.5 text-soft">
              {site.messages.hotThisWeek.reads(reads, score)}
              {article.corrections && ' · '}
              <CorrectedLabel site={site} article={article} />
            </p>
          </article>
        </li>
      ))}
    </ol>
  </section>
)
