import { Words } from '#components/site/words'
import { formatDay, formatTime } from '#lib/rules/dates'
import type { Site } from '#lib/types'

type Props = { site: Site; publishedAt: string; updatedAt?: string | undefined; place?: string | undefined }

/** Where and when a story was published: `Seoul · Published Friday, November 22, 2024, 9:30 AM Korean Standard Time`. */
export function Dateline({ site, publishedAt, updatedAt, place }: Props) {
  const { timeZone } = site
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
        Published <time dateTime={publishedAt}>{formatDay(publishedAt, timeZone)}</time>,{' '}
        {formatTime(publishedAt, timeZone)}
      </p>
      {updatedAt && (
        <p>
          Updated <time dateTime={updatedAt}>{formatDay(updatedAt, timeZone)}</time>, {formatTime(updatedAt, timeZone)}
        </p>
      )}
    </div>
  )
}
