import { Sentence } from '#components/site/sentence'
import { Words } from '#components/site/words'
import { articlePath } from '#lib/rules/links'
import type { Site, StoryCorrection } from '#lib/types'

/** What was wrong in stories and when it was put right, each with its story. */
export const CorrectionList = ({
  site: { timeZone, messages },
  corrections,
}: {
  site: Site
  corrections: StoryCorrection[]
}) =>
  corrections.length === 0 ? (
    <p className="text-soft">{messages.corrections.whenEmpty}</p>
  ) : (
    <ul className="max-w-measure space-y-6">
      {corrections.map(({ at, text, article }) => (
        <li key={article.slug + at + text} className="border-t border-rule pt-4">
          <p className="label text-soft">
            <time dateTime={at}>{messages.dates.shortDay(at, timeZone)}</time>
          </p>
          <p className="mt-1.5 text-[1.1875rem] leading-[1.45]">
            <Words text={text} />
          </p>
          <p className="label mt-2 text-soft">
            <Sentence
              parts={messages.corrections.inStory(
                <a href={articlePath(article.slug)} className="text-ink underline decoration-seal">
                  <Words text={article.headline} />
                </a>,
              )}
            />
          </p>
        </li>
      ))}
    </ul>
  )
