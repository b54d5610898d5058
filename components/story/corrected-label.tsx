import type { Article, Site } from '#lib/types'

/** Says beside a repeated headline that its story was corrected; absent where it was not. */
export const CorrectedLabel = ({ site, article }: { site: Site; article: Article }) =>
  article.corrections && <span className="font-bold text-ink">{site.messages.story.corrected}</span>
