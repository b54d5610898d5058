import type { ReactNode } from 'react'
import type { Site } from '#lib/types'

/** A short list box. */
export const KeyPoints = ({ site, children }: { site: Site; children: ReactNode }) => (
  <aside
    aria-label={site.messages.story.keyPoints}
    className="border-t-3 border-ink bg-tint px-4 py-4 sm:px-5 text-[1.0625rem]"
  >
    <p className="mb-2 text-[1.125rem] font-bold">{site.messages.story.keyPoints}</p>
    {children}
  </aside>
)
