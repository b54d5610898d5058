import { formatPeriod } from '#lib/dates'
import { archivePeriodPath } from '#lib/links'

/** The smaller periods within a year or month; absent when there are none. */
export const PeriodLinks = ({ periods }: { periods: { name: string; stories: number }[] }) =>
  periods.length > 0 && (
    <nav aria-label="Periods">
      <ul className="label flex flex-wrap gap-2">
        {periods.map(({ name, stories }) => (
          <li key={name}>
            <a href={archivePeriodPath(name)} className="block border border-rule px-3 py-1.5 hover:border-ink">
              {formatPeriod(name)} <span className="text-soft">({stories})</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
