/** A shared cache may keep a page for 30 s and must then revalidate it. Next's own default would be a year. */
export const pageCacheControl = 'public, max-age=0, s-maxage=30, must-revalidate'

/** Browsers may keep a picture for a day. Shared caches revalidate after 30 s, so that a withdrawn picture disappears. */
export const pictureCacheControl = 'public, max-age=86400, s-maxage=30'

/**
 * `Cache-Control` of pages, notices and redirects, by path and query. Caches must not store addresses of the API and the
 * search in any spelling, nor any with a secret: caches write addresses to disk, whatever the status.
 */
export function toPageCacheControl(url: string): string {
  if (url.length > maxLength) return 'no-store'
  const plain = decodeAscii(url)
  return isPrivate.test(plain) || hasDots.test(plain) || hasSecret.test(plain) ? 'no-store' : pageCacheControl
}

/** Longer addresses are never cached, because searching them takes long. */
const maxLength = 2000

const isPrivate = /^[./\\]*(api|search)(?![\p{L}\p{N}-])/iu
/** A path with dot segments may mean one of those. */
const hasDots = /^[^?]*[/\\]\.\.?([/\\?]|$)/
/** Matches after any character: somebody may type `;` for `?`. */
const hasSecret = /(?<![\p{L}\p{N}-])secret=/iu

/** Sets `no-store` on a response whose address may hold a secret. */
export function hideSecrets(url: string, { headers }: Response): void {
  if (url.length > maxLength || hasSecret.test(decodeAscii(url))) headers.set('Cache-Control', 'no-store')
}

/** Decodes the escapes of ASCII characters, up to three times, and leaves all others as they are. */
export function decodeAscii(url: string): string {
  let plain = url
  for (let times = 0; times < 3; times++) {
    plain = plain.replace(/%([0-7][\dA-F])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  }
  return plain
}
