import { type Rule, unless, unlessSame } from './rule'
import { type Answer, answerAt, isStory } from './site'
import { readLocations } from './xml'

/** Rules for the site as a whole. Their subject is the front page. */
export const standingRules: Rule<Answer>[] = [
  {
    fact: 'An address that was never used answers 404, with words and without being indexed',
    cure: 'Let the gate rewrite it to an address that matches no route.',
    findErrors: (_, { nowhere: { status, page } }) => [
      ...unlessSame('the status', status, 404),
      ...unless(page.headings.length === 1, 'it has no h1'),
      ...unless(Boolean(page.meta.get('robots')?.join().includes('noindex')), 'it may be indexed'),
    ],
  },
  {
    fact: 'robots.txt is plain text, closes nothing to all, and leads to both sitemaps',
    cure: 'Make it from SITE_URL.',
    findErrors: (_, site) => {
      const { status, headers, text } = answerAt(site, '/robots.txt') ?? {}
      const lines = (text ?? '').split(/\r?\n/).map((line) => line.trim())
      return [
        ...unlessSame('the status', status, 200),
        ...unless(Boolean(headers?.get('Content-Type')?.startsWith('text/plain')), 'it is no plain text'),
        ...unless(!lines.some((line) => /^disallow:\s*\/$/i.test(line)), 'it closes the whole site'),
        ...['/sitemap.xml', '/news-sitemap.xml'].flatMap((path) =>
          unless(
            lines.some((line) => line.toLowerCase() === `sitemap: ${site.origin}${path}`.toLowerCase()),
            `it does not name ${path}`,
          ),
        ),
      ]
    },
  },
  {
    fact: 'security.txt, where there is one, has a contact and has not expired',
    cure: 'See RFC 9116.',
    findErrors: (_, site) => {
      const { status, text = '' } = answerAt(site, '/.well-known/security.txt') ?? {}
      const field = (name: string) => new RegExp(`^${name}: (\\S.*)$`, 'm').exec(text)?.[1] ?? ''
      if (status === 404) return []
      return [
        ...unless(/^(https?:|mailto:|tel:)/.test(field('Contact')), 'it has no contact'),
        ...unless(new Date(field('Expires')) > site.now, 'it has expired'),
        ...unlessSame('Canonical', field('Canonical'), `${site.origin}/.well-known/security.txt`),
      ]
    },
  },
  {
    fact: 'There is a sitemap, and every story is in it',
    cure: 'List every public story.',
    findErrors: (_, site) => {
      const { status, text = '' } = answerAt(site, '/sitemap.xml') ?? {}
      const parts = readLocations(text).map((part) => site.answers.get(part)?.text ?? '')
      const listed = new Set([...readLocations(text), ...parts.flatMap(readLocations)])
      const missing = [...site.pages.values()].filter((page) => isStory(page) && !listed.has(page.address))
      return [...unlessSame('the status', status, 200), ...missing.map(({ address }) => `${address} is missing`)]
    },
  },
  {
    fact: 'There are RSS, Atom and JSON feeds, and the front page tells programs of them',
    cure: 'Name them in alternates.types of the metadata.',
    findErrors: ({ address }, { pages }) => {
      const types =
        pages
          .get(address)
          ?.related.filter(({ rel }) => rel === 'alternate')
          .map(({ type }) => type) ?? []
      return ['application/rss+xml', 'application/atom+xml', 'application/feed+json'].flatMap((type) =>
        unless(types.includes(type), `no alternate of type ${type}`),
      )
    },
  },
]
