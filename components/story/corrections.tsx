import { Words } from '#components/site/words'
import type { Correction, Site } from '#lib/types'

/** The corrections of a story, newest first: what was wrong and when it was corrected. */
export function Corrections({ site, corrections }: { site: Site; corrections: Correction[] }) {
  if (corrections.length === 0) return null
  const { timeZone, messages } = site
  return (
    <section aria-labelledby="corrections" className="border-l-3 border-rule pl-5">
      <h2 id="corrections" className="label font-bold">
        {messages.story.corrections(corrections.length)}
      </h2>
      <ul className="mt-2 space-y-2">
        {corrections.map(({ at, text }) => (
          <li key={at + text}>
            <time dateTime={at} className="font-bold">
              {messages.dates.shortDay(at, timeZone)}
            </time>
            {': '}
            <Words text={text} />
          </li>
        ))}
      </ul>
    </section>
  )
}
