import type { Article } from '#lib/types'

/** Says beside a repeated headline that its story was corrected; absent where it was not. */
export const CorrectedLabel = ({ article }: { article: Article }) =>
  article.corrections && <span className="font-bold text-ink">Corrected</span>
