import { type TextDocument, toTextDocument } from '#lib/http/text-document'
import { ageOf, formula, type HotThisWeek, windowHours } from '#lib/publication/hot-this-week'
import { toAbsolute } from '#lib/publication/site'
import { articlePath } from '#lib/rules/links'
import { onceEach } from '#lib/rules/once-each'

const toHotData = ({ stories, rankedAt }: HotThisWeek) => ({
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

/** The hot list as JSON with all that it was made from, so that anyone can make it again; written once for a ranking. */
export const toHotDocument = onceEach(
  (hot: HotThisWeek): TextDocument => toTextDocument('application/json', JSON.stringify(toHotData(hot))),
)
