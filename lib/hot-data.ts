import { ageOf, formula, type HotThisWeek, windowHours } from './hot-this-week'
import { articlePath } from './links'
import { toAbsolute } from './site'

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

const texts = new WeakMap<HotThisWeek, string>()

/** The hot list as JSON with all that it was made from, so that anyone can make it again; written once for a ranking. */
export function toHotJson(hot: HotThisWeek): string {
  const text = texts.get(hot) ?? JSON.stringify(toHotData(hot))
  texts.set(hot, text)
  return text
}
