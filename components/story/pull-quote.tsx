import type { ReactNode } from 'react'
import type { Site } from '#lib/types'

type Props = { site: Site; name?: string | undefined; children: ReactNode }

/** A line of the text set large. It repeats words of the story, so voices may pass it over as an aside. */
export const PullQuote = ({ site, name, children }: Props) => (
  <aside
    aria-label={site.messages.story.pullQuote}
    className="my-10 border-y border-rule py-6 text-center text-[clamp(1.5rem,1.2rem+1.5vw,2rem)] leading-[1.2] font-bold text-balance"
  >
    {name ? (
      <div className="[&>:first-child]:before:content-[open-quote] [&>:last-child]:after:content-[close-quote]">
        {children}
      </div>
    ) : (
      children
    )}
    {name && <p className="label mt-3 font-normal text-soft">{name}</p>}
  </aside>
)
