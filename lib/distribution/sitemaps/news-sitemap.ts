import { getSite, toAbsolute } from '#lib/publication/site'
import { articlePath } from '#lib/rules/links'
import type { Article } from '#lib/types'
import { writeItems } from './write-sitemap'

const window = 48 * 3_600_000
const most = 1000

/** The stories a news sitemap may name: of the last 48 h, at most 1,000. `articles` come newest first. */
export const newsOf = (articles: Article[], now: Date): Article[] =>
  articles.slice(0, Math.min(most, countRecent(articles, now)))

/** When a story last grew too old to be named, in milliseconds since 1970. */
export function lastLeftNews(articles: Article[], now: Date): number {
  const left = articles[countRecent(articles, now)]
  return left ? Date.parse(left.publishedAt) + window : 0
}

function countRecent(articles: Article[], now: Date): number {
  const end = articles.findIndex(({ publishedAt }) => Date.parse(publishedAt) <= +now - window)
  return end === -1 ? articles.length : end
}

/** Stories as a news sitemap, with the day of their first publication. */
export function writeNewsSitemap(articles: Article[]): Promise<string> {
  const publication = { name: getSite().name, language: toNewsLanguage(getSite().language) }
  return writeItems(
    'news',
    articles.map(({ slug, headline, publishedAt }) => ({
      url: toAbsolute(articlePath(slug)),
      news: { publication, publication_date: publishedAt, title: headline },
    })),
  )
}

/** Google wants a language of two or three letters (ISO 639), but for Chinese its two scripts. */
export function toNewsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize()
  if (language !== 'zh') return language
  return script === 'Hant' ? 'zh-tw' : 'zh-cn'
}
