import type { Edition } from '../edition'
import type { Match } from '../stores/search-index'
import type { Article } from '../types'

/** A public story that was found. */
export type Found = { article: Article; id: number; score: number }

const halfLifeDays = 365
const day = 86_400_000

/**
 * Ranks matches that are public in an edition and wanted: score = bm25 × (1 + 0.25 × 2^(−age in days / 365)), so that
 * of two stories that fit alike the newer comes first, and age alone never costs more than a fifth. Ties go to the
 * newer story.
 */
export function rankMatches(
  matches: Match[],
  { bySlug }: Edition,
  isWanted: (article: Article) => boolean,
  now: Date,
): Found[] {
  const found = matches.flatMap(({ id, slug, relevance }) => {
    const article = bySlug.get(slug)
    if (!article || !isWanted(article)) return []
    const age = (now.getTime() - Date.parse(article.publishedAt)) / day
    return { article, id, score: relevance * (1 + 0.25 * 2 ** (-age / halfLifeDays)) }
  })
  return found.sort((a, b) => b.score - a.score || a.id - b.id)
}
