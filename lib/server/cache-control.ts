/** A cache in front may keep a page for 30 s and must then ask again; Next's own word would be a year. */
export const pageCacheControl = 'public, max-age=0, s-maxage=30, must-revalidate'

/** Browsers may keep a picture for a day; shared caches ask again after 30 s, so that a withdrawn one goes. */
export const pictureCacheControl = 'public, max-age=86400, s-maxage=30'

/** No cache keeps a redirect whose query may hold a secret or what somebody searches for. */
export const redirectCacheControl = (to: string): string =>
  /^\/(api\/|search\b)/.test(to) ? 'no-store' : pageCacheControl
