/** The most tokens a client may have, and how many come back each second. */
export type Allowance = { burst: number; perSecond: number }

/** The most clients to remember, so that memory is bounded. Beyond it, the one idle for longest is forgotten; so is a client with all its tokens. */
const most = 10_000

/**
 * Token buckets by client name: tokens are taken, and come back with time. `time` is in milliseconds.
 */
export function makeTokenBuckets({ burst, perSecond }: Allowance) {
  const buckets = new Map<string, { tokens: number; time: number }>()
  /** After so many milliseconds every client has all its tokens again. */
  const allBackMs = ((2 * burst) / perSecond) * 1000

  function tokensOf(name: string, time: number): number {
    const bucket = buckets.get(name) ?? { tokens: burst, time }
    // If the clock goes backwards, no tokens are lost.
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
    /** Takes tokens if there are enough. Returns 0 if it took them, otherwise the seconds until there are enough. */
    take(name: string, time: number, count = 1): number {
      const tokens = tokensOf(name, time)
      const isEnough = tokens >= count
      put(name, isEnough ? tokens - count : tokens, time)
      return isEnough ? 0 : Math.ceil((count - tokens) / perSecond)
    },
    /** Takes tokens for work already done, even if there are too few; the debt is at most one full bucket. */
    charge(name: string, time: number, count: number): void {
      put(name, Math.max(-burst, tokensOf(name, time) - count), time)
    },
  }
}
