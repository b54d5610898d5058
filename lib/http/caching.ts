/** A cache in front may keep a page for 30 s and must then ask again; Next's own word would be a year. */
export const pageCacheControl = 'public, max-age=0, s-maxage=30, must-revalidate'

/** Browsers may keep a picture for a day; shared caches ask again after 30 s, so that a withdrawn one goes. */
export const pictureCacheControl = 'public, max-age=86400, s-maxage=30'

/**
 * For pages, notices and redirects, by path and query of the address. No cache keeps those of the API and of the search, in
 * any spelling, and none with a secret: caches write addresses to their disks, whatever the status.
 */
export function toPageCacheControl(url: string): string {
  if (url.length > maxLength) return 'no-store'
  const plain = decodeAscii(url)
  return isPrivate.test(plain) || hasDots.test(plain) || hasSecret.test(plain) ? 'no-store' : pageCacheControl
}

/** What is longer is not worth keeping: to look through it takes long. */
const maxLength = 2000

const isPrivate = /^[./\\]*(api|search)(?![\p{L}\p{N}-])/iu
/** What such an address means is for whoever reads it to say: it may be one of those. */
const hasDots = /^[^?]*[/\\]\.\.?([/\\?]|$)/
/** After whatever sign: `;` may be typed for `?`. */
const hasSecret = /(?<![\p{L}\p{N}-])secret=/iu

/** Keeps an answer out of caches whose address may hold a secret, whatever else it says. */
export function hideSecrets(url: string, { headers }: Response): void {
  if (url.length > maxLength || hasSecret.test(decodeAscii(url))) headers.set('Cache-Control', 'no-store')
}

/** Decodes each escape that stands for a sign of ASCII, whatever else cannot be decoded; and what was escaped twice. */
export function decodeAscii(url: string): string {
  let plain = url
  for (let times = 0; times < 3; times++) {
    plain = plain.replace(/%([0-7][\dA-F])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  }
  return plain
}
