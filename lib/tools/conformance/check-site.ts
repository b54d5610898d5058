import { answerRules } from './answer-rules'
import { dataRules } from './data-rules'
import { feedRules } from './feed-rules'
import { findJsonError } from './json'
import type { Page } from './page'
import { pageRules } from './page-rules'
import { readFeed } from './read-feed'
import { apply, type Result, type Rule } from './rule'
import { shareImageRules, sharingRules, storySharingRules } from './sharing-rules'
import { type Answer, answerAt, isStory, type Site } from './site'
import { newsSitemapRules, sitemapRules } from './sitemap-rules'
import { standingRules } from './standing-rules'
import { storyImageRules, storyRules } from './story-rules'
import { findXmlError } from './xml'

/** Checks a site against all requirements of platforms. */
export function checkSite(site: Site): Result[] {
  const answers = [...site.answers.values()]
  const linked = answers.filter(({ address }) => !isWellKnown(address, site))
  const pages = [...site.pages.values()]
  const indexed = pages.filter(({ meta }) => !meta.get('robots')?.join().includes('noindex'))
  const stories = indexed.filter(isStory)
  const wereLookedAt = (page: Page) => site.answers.has(page.meta.get('og:image')?.[0] ?? '')
  const documents = answers.filter(isDocument)
  const feeds = documents.flatMap((answer) => readFeed(answer) ?? [])
  const front = answers.filter(({ address }) => address === `${site.origin}/`)
  return [
    apply(standingRules, front, site),
    apply(answerRules, linked, site),
    apply([...pageRules, ...sharingRules, ...dataRules], indexed, site),
    apply([...storySharingRules, ...storyRules], stories, site),
    apply(shareImageRules, indexed.filter(wereLookedAt), site),
    apply(storyImageRules, stories.filter(wereLookedAt), site),
    apply(documentRules, documents, site),
    apply(feedRules, feeds, site),
    apply(sitemapRules, documents.filter(isSitemap), site),
    apply(newsSitemapRules, [answerAt(site, '/news-sitemap.xml') ?? []].flat(), site),
  ].flat()
}

const documentRules: Rule<Answer>[] = [
  {
    fact: 'XML and JSON can be read',
    cure: 'Let a library write it.',
    findErrors: ({ text, headers }) => {
      const error = headers.get('Content-Type')?.includes('json') ? findJsonError(text) : findXmlError(text)
      return error === undefined ? [] : [error]
    },
  },
]

/** security.txt has its own rules. */
const isWellKnown = (address: string, { origin }: Site) => address === `${origin}/.well-known/security.txt`

const isDocument = ({ headers, status }: Answer) =>
  status === 200 && /^(application|text)\/.*(xml|json)/.test(headers.get('Content-Type') ?? '')

const isSitemap = ({ address }: Answer) => /\/(sitemap|sitemaps\/\d+)\.xml$/.test(new URL(address).pathname)
