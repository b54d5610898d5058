import { archivePeriodPath } from '#lib/rules/links'
import type { Site } from '#lib/types'

type Props = { site: Site; periods: { name: string; stories: number }[] }

/** The smaller periods within a year or month; absent when there are none. */
export const PeriodLinks = ({ site: { messages }, periods }: Props) =>
  periods.length > 0 && (
    <nav aria-label={messages.archive.periods}>
      <ul className="label flex flex-wrap gap-2">
        {periods.map(({ name, stories }) => (
          <li key={name}>
            <a
              href={archivePeriodPath(name)}
              aria-label={messages.archive.periodWithStories(messages.dates.period(name), stories)}
              className="block min-w-10 border border-rule px-3 py-2 text-center font-bold hover:border-ink"
            >
              {messages.dates.periodPart(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
