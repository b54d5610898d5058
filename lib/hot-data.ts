import { ageOf, formula, type HotThisWeek, windowHours } from './hot-this-week'
import { articlePath } from './links'
import { toAbsolute } from './site'

/** The hot list with all that it was made from, so that anyone can make it again. */
export const toHotData = ({ stories, rankedAt }: HotThisWeek) => ({
  formula,
  window: `${windowHours} h`,
  generatedAt: rankedAt.toISOString(),
  stories: stories.map(({ article, reads, score, reason, buckets }) => ({
    slug: article.slug,
    headline: article.headline,
    url: toAbsolute(articlePath(article.slug)),
    publishedAt: article.publishedAt,
    reads,
    score,
    reason,
    buckets: buckets.map(({ hour, reads }) => ({
      hour: new Date(hour * 3_600_000).toISOString(),
      age: ageOf(hour, rankedAt),
      reads,
    })),
  })),
})
