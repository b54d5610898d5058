import { shareSize } from '#lib/pictures/share-size'
import type { Page } from './page'
import { isMoment, type Rule, unless, unlessSame } from './rule'

const needed = ['title', 'description', 'type', 'url', 'site_name', 'locale', 'image', 'image:alt', 'image:type']
const size = { 'og:image:width': String(shareSize.width), 'og:image:height': String(shareSize.height) }

/** Rules for the card that other sites show for a shared link. */
export const sharingRules: Rule<Page>[] = [
  {
    fact: 'A page has a whole Open Graph card',
    cure: 'Make the metadata with the functions of lib/distribution/metadata.ts.',
    findErrors: ({ meta }) => needed.flatMap((name) => unless(Boolean(meta.get(`og:${name}`)?.[0]), `no og:${name}`)),
  },
  {
    fact: 'The card has the address of its page',
    cure: 'Set og:url to the canonical address.',
    findErrors: ({ meta, related }) =>
      unlessSame(
        'og:url',
        meta.get('og:url'),
        related.flatMap(({ rel, href }) => (rel === 'canonical' ? href : [])),
      ),
  },
  {
    fact: 'The card is a large one, with an image of 1200 × 630 at an absolute address',
    cure: 'Set twitter:card to summary_large_image, and og:image with its sizes.',
    findErrors: ({ meta }) => [
      ...unlessSame('twitter:card', meta.get('twitter:card'), ['summary_large_image']),
      ...Object.entries(size).flatMap(([name, value]) => unlessSame(name, meta.get(name), [value])),
      ...unless(URL.canParse(meta.get('og:image')?.[0] ?? ''), 'og:image is not absolute'),
    ],
  },
]

/** Rules for the images themselves, on the pages whose images were requested. */
export const shareImageRules: Rule<Page>[] = [
  {
    fact: 'The image for sharing is a PNG of 1200 × 630 (looked at on 50 pages)',
    cure: 'Look at what its address answers.',
    findErrors: ({ meta }, { answers }) => {
      const answer = answers.get(meta.get('og:image')?.[0] ?? '')
      return unlessSame(
        'it',
        [answer?.status, answer?.headers.get('Content-Type'), answer?.size],
        [200, 'image/png', shareSize],
      )
    },
  },
]

/** Further rules for a story’s card. */
export const storySharingRules: Rule<Page>[] = [
  {
    fact: 'A story’s card is an article with its dates, authors, section and topics',
    cure: 'Make the metadata with toArticleMetadata.',
    findErrors: ({ meta }) => [
      ...unlessSame('og:type', meta.get('og:type'), ['article']),
      ...['published_time', 'modified_time'].flatMap((name) =>
        unless(isMoment(meta.get(`article:${name}`)?.[0]), `article:${name} is no moment with a zone`),
      ),
      ...['author', 'section', 'tag'].flatMap((name) => unless(meta.has(`article:${name}`), `no article:${name}`)),
    ],
  },
  {
    fact: 'A story’s card has its headline',
    cure: 'Give the headline to the metadata as it is.',
    findErrors: ({ meta, headings }) => unlessSame('og:title', meta.get('og:title')?.map(squeeze), headings),
  },
]

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()
