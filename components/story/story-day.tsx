import type { Article, Site } from '#lib/types'
import { CorrectedLabel } from './corrected-label'

/** A story's day in a list, and whether it was corrected: `Nov 22, 2024 · Corrected`. */
export const StoryDay = ({ article, site }: { article: Article; site: Site }) => (
  <p className="label mt-1.5 text-soft">
    <time dateTime={article.publishedAt}>{site.messages.dates.shortDay(article.publishedAt, site.timeZone)}</time>
    {article.corrections && ' · '}
    <CorrectedLabel site={site} article={article} />
  </p>
)
