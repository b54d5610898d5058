/** A cache in front may keep a page for 30 s and must then ask again; Next's own word would be a year. */
export const pageCacheControl = 'public, max-age=0, s-maxage=30, must-revalidate'

/** Browsers may keep a picture for a day; shared caches ask again after 30 s, so that a withdrawn one goes. */
export const pictureCacheControl = 'public, max-age=86400, s-maxage=30'

/**
 * For pages, notices and redirects, by path and query of the address. No cache keeps those of the API and of the search, in
 * any spelling, and none with a secret: caches write addresses to their disks, whatever the status.
 */
export const toPageCacheControl = (url: string): string =>
  /^[./\\]*(api|search)(?![\p{L}\p{N}-])|[?&]secret=/iu.test(decode(url)) ? 'no-store' : pageCacheControl

function decode(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
