import { Sentence } from '#components/site/sentence'
import { Words } from '#components/site/words'
import type { Site } from '#lib/types'

type Props = { site: Site; publishedAt: string; updatedAt?: string | undefined; place?: string | undefined }

/** Where and when a story was published: `Seoul · Published Friday, November 22, 2024, 9:30 AM Korean Standard Time`. */
export function Dateline({ site: { timeZone, messages }, publishedAt, updatedAt, place }: Props) {
  const { dates, story } = messages
  const toDay = (time: string) => <time dateTime={time}>{dates.day(time, timeZone)}</time>
  return (
    <div className="text-soft">
      <p>
        {place && (
          <>
            <span className="font-bold text-ink">
              <Words text={place} />
            </span>
            {' · '}
          </>
        )}
        <Sentence parts={story.published(toDay(publishedAt), dates.time(publishedAt, timeZone))} />
      </p>
      {updatedAt && (
        <p>
          <Sentence parts={story.updated(toDay(updatedAt), dates.time(updatedAt, timeZone))} />
        </p>
      )}
    </div>
  )
}
