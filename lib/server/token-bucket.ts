/** How many requests somebody may make at once, and how many more each second. */
export type Allowance = { burst: number; perSecond: number }

/** Beyond so many people the one who has not asked for longest is forgotten, so that memory has a bound; as is who has all tokens again. */
const most = 10_000

/**
 * Counts requests by name: each takes a token, and tokens come back with time. `take` says after how many seconds to
 * come again, 0 when a request may be made; `time` is in milliseconds.
 */
export function makeTokenBuckets({ burst, perSecond }: Allowance) {
  const buckets = new Map<string, { tokens: number; time: number }>()
  return {
    take(name: string, time: number): number {
      const bucket = buckets.get(name) ?? { tokens: burst, time }
      // A clock that is put back takes nobody's tokens.
      const seconds = Math.max(0, time - bucket.time) / 1000
      const tokens = Math.min(burst, bucket.tokens + seconds * perSecond)
      buckets.delete(name)
      buckets.set(name, { tokens: tokens >= 1 ? tokens - 1 : tokens, time })
      for (const [oldest, { time: last }] of buckets) {
        if (buckets.size <= most && time - last < (burst / perSecond) * 1000) break
        buckets.delete(oldest)
      }
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perSecond)
    },
  }
}
