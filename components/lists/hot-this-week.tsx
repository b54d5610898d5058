import { Sentence } from '#components/site/sentence'
import { CorrectedLabel } from '#components/story/corrected-label'
import { hotThisWeekPath } from '#lib/rules/links'
import type { Article, Messages, Site } from '#lib/types'
import { StoryBrief } from './story-brief'

type Props = { site: Site; stories: { article: Article; place: number; reason: 'reads' | 'newest' }[] }

/** The stories most read this week, with their places in the ranking; those that only fill the list say so. Absent when empty. */
export const HotThisWeek = ({ site, stories }: Props) =>
  stories.length > 0 && (
    <section aria-labelledby="hot-this-week" className="@container">
      <h2 id="hot-this-week" className="section-title">
        {site.messages.hotThisWeek.title}
      </h2>
      <ol className="mt-5 grid gap-x-8 gap-y-5 @min-[40rem]:grid-cols-2 @min-[60rem]:grid-cols-5">
        {stories.map(({ article, place, reason }) => (
          <li
            key={article.slug}
            className="grid content-start has-[.rank]:grid-cols-[2.25rem_1fr] not-first:border-t not-first:border-rule not-first:pt-4 @min-[40rem]:not-first:border-0 @min-[40rem]:not-first:pt-0 @min-[60rem]:has-[.rank]:grid-cols-1"
          >
            {reason === 'reads' ? (
              <Rank site={site} place={place} />
            ) : (
              <p className="label mb-1 text-soft @min-[60rem]:mb-2">{site.messages.hotThisWeek.filling}</p>
            )}
            <article className="relative">
              <StoryBrief article={article} />
              {article.corrections && (
                <p className="label mt-1.5">
                  <CorrectedLabel site={site} article={article} />
                </p>
              )}
            </article>
          </li>
        ))}
      </ol>
      <p className="label mt-5 text-soft">
        {describeRanking(site.messages.hotThisWeek, stories)}{' '}
        <a href={hotThisWeekPath} className="inline-block py-1 underline">
          {site.messages.hotThisWeek.how.title}
        </a>
      </p>
    </section>
  )

const Rank = ({ site, place }: { site: Site; place: number }) => (
  <span className="rank text-[1.75rem] leading-none font-bold text-seal @min-[60rem]:mb-2">
    <Sentence parts={site.messages.hotThisWeek.place(place, (text) => <span className="sr-only">{text}</span>)} />
  </span>
)

/** What the places of a list came about by, in words. */
function describeRanking(words: Messages['hotThisWeek'], stories: Props['stories']): string {
  const read = stories.filter(({ reason }) => reason === 'reads').length
  if (read === 0) return words.noneByReaders
  return read === stories.length ? words.allByReaders : words.someByReaders
}
