import type { Edition } from '../edition'
import type { Match } from '../stores/search-index'
import type { Article } from '../types'

/** A public story that was found. */
export type Found = { article: Article; id: number; score: number }

/** Everything found, the best first; `isCutOff` when time ran out before the oldest stories. */
export type Ranking = { found: Found[]; isCutOff: boolean }

const halfLifeDays = 365
const day = 86_400_000

/**
 * Ranks matches that are public in an edition and wanted: score = bm25 × (1 + 0.25 × 2^(−age in days / 365)), so that
 * of two stories that fit alike the newer comes first, and age alone never costs more than a fifth. Ties go to the
 * newer story. Stops after `patience` milliseconds: the database answers row by row and cannot be told to stop itself.
 */
export function rankMatches(
  matches: Iterable<Match>,
  { bySlug }: Edition,
  isWanted: (article: Article) => boolean,
  now: Date,
  patience: number,
): Ranking {
  const end = performance.now() + patience
  const found: Found[] = []
  let isCutOff = false
  for (const { id, slug, relevance } of matches) {
    const article = bySlug.get(slug)
    if (article && isWanted(article)) {
      const age = (now.getTime() - Date.parse(article.publishedAt)) / day
      found.push({ article, id, score: relevance * (1 + 0.25 * 2 ** (-age / halfLifeDays)) })
    }
    isCutOff = performance.now() > end
    if (isCutOff) break
  }
  return { found: found.sort((a, b) => b.score - a.score || a.id - b.id), isCutOff }
}
