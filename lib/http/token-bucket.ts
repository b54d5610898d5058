/** How many tokens somebody may have at most, and how many come back each second. */
export type Allowance = { burst: number; perSecond: number }

/** Beyond so many people the one who has not asked for longest is forgotten, so that memory has a bound; as is who has all tokens again. */
const most = 10_000

/**
 * Counts by name what was used: tokens are taken, and come back with time. `time` is in milliseconds.
 */
export function makeTokenBuckets({ burst, perSecond }: Allowance) {
  const buckets = new Map<string, { tokens: number; time: number }>()
  /** After so many milliseconds whoever owes most has all tokens again. */
  const allBackMs = ((2 * burst) / perSecond) * 1000

  function tokensOf(name: string, time: number): number {
    const bucket = buckets.get(name) ?? { tokens: burst, time }
    // A clock that is put back takes nobody's tokens.
    const seconds = Math.max(0, time - bucket.time) / 1000
    return Math.min(burst, bucket.tokens + seconds * perSecond)
  }

  function put(name: string, tokens: number, time: number): void {
    buckets.delete(name)
    buckets.set(name, { tokens, time })
    for (const [oldest, { time: last }] of buckets) {
      if (buckets.size <= most && time - last < allBackMs) break
      buckets.delete(oldest)
    }
  }

  return {
    /** Takes tokens where there are as many. Says after how many seconds to come again; 0 when they were taken. */
    take(name: string, time: number, count = 1): number {
      const tokens = tokensOf(name, time)
      const isEnough = tokens >= count
      put(name, isEnough ? tokens - count : tokens, time)
      return isEnough ? 0 : Math.ceil((count - tokens) / perSecond)
    },
    /** Takes tokens for what was used already, though there be fewer; at most a burst is owed. */
    charge(name: string, time: number, count: number): void {
      put(name, Math.max(-burst, tokensOf(name, time) - count), time)
    },
  }
}
