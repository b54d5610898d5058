import { Sentence } from '#components/site/sentence'
import { hotThisWeekDataPath } from '#lib/rules/links'
import type { Site } from '#lib/types'

/** The ranking's rule in plain words. */
export function HowHotIsMade({ site }: { site: Site }) {
  const { how } = site.messages.hotThisWeek
  return (
    <section aria-labelledby="how" className="prose max-w-measure border-t border-rule pt-6">
      <h2 id="how">{how.title}</h2>
      <p>{how.reads}</p>
      <p>
        <Sentence parts={how.score((text) => <sup>{text}</sup>)} />
      </p>
      <p>{how.filling}</p>
      <p>
        <Sentence parts={how.data((text) => <a href={hotThisWeekDataPath}>{text}</a>)} />
      </p>
    </section>
  )
}
