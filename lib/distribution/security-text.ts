import { getSite, toAbsolute } from '#lib/publication/site'
import { pagePath, securityPath } from '#lib/rules/links'
import type { Page } from '#lib/types'

const month = 30 * 24 * 3_600_000

/** `security.txt` of RFC 9116: the page to turn to, good for a month from now. */
export function toSecurityText({ slug }: Page, now: Date): string {
  const languages = [...new Set([new Intl.Locale(getSite().language).language, 'en'])]
  return [
    `Contact: ${toAbsolute(pagePath(slug))}`,
    `Expires: ${new Date(now.getTime() + month).toISOString()}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${toAbsolute(securityPath)}`,
    '',
  ].join('\n')
}
