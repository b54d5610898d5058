import { count } from '#lib/rules/count'
import { formatPeriod, formatPeriodPart } from '#lib/rules/dates'
import { archivePeriodPath } from '#lib/rules/links'

/** The smaller periods within a year or month; absent when there are none. */
export const PeriodLinks = ({ periods }: { periods: { name: string; stories: number }[] }) =>
  periods.length > 0 && (
    <nav aria-label="Periods">
      <ul className="label flex flex-wrap gap-2">
        {periods.map(({ name, stories }) => (
          <li key={name}>
            <a
              href={archivePeriodPath(name)}
              aria-label={`${formatPeriod(name)}, ${count(stories, 'story', 'stories')}`}
              className="block min-w-10 border border-rule px-3 py-2 text-center font-bold hover:border-ink"
            >
              {formatPeriodPart(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
