import type { Site } from '#lib/types'

/** The first stop of the keyboard: past the menu, to the page itself. */
export const SkipLink = ({ site }: { site: Site }) => (
  <a href="#main" className="label absolute -top-20 left-4 bg-ink px-4 py-3 font-bold text-paper focus:top-2">
    {site.messages.site.skipToContent}
  </a>
)
