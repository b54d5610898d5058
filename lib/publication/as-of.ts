import type { Article } from '#lib/types'

/** A story with only those updates, corrections and withdrawals that have taken effect; corrections newest first. */
export function asOf(article: Article, now: Date): Article {
  const { updatedAt, corrections = [], withdrawn, ...lasting } = article
  if (!updatedAt && corrections.length === 0 && !withdrawn) return article
  const isDue = (time: string) => new Date(time) <= now
  const due = corrections.filter(({ at }) => isDue(at)).sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  return {
    ...lasting,
    ...(updatedAt && isDue(updatedAt) && { updatedAt }),
    ...(due.length > 0 && { corrections: due }),
    ...(withdrawn && isDue(withdrawn.at) && { withdrawn }),
  }
}
