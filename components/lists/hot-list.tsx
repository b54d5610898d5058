import { CorrectedLabel } from '#components/story/corrected-label'
import { count } from '#lib/rules/count'
import type { Article } from '#lib/types'
import { StoryBrief } from './story-brief'

type Props = { stories: { article: Article; reads: number; score: number }[] }

/** The ranking in full: each story with the reads of the window and the score that they come to. */
export const HotList = ({ stories }: Props) => (
  <section aria-labelledby="ranking" className="max-w-measure">
    <h2 id="ranking" className="section-title">
      Ranked by readers
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
              {count(reads, 'read', 'reads')} in seven days, score {score.toFixed(1)}
              {article.corrections && ' · '}
              <CorrectedLabel article={article} />
            </p>
          </article>
        </li>
      ))}
    </ol>
  </section>
)
