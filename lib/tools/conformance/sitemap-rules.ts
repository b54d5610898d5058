import { isMoment, type Rule, unless, unlessSame } from './rule'
import { type Answer, isStory } from './site'
import { child, children, readXml, textIn, type Xml } from './xml'

const most = 50_000
const maxBytes = 50 * 1024 * 1024

const read = ({ text }: Answer): Xml => {
  const xml = readXml(text)
  return 'error' in xml ? {} : xml.root
}

const urls = (answer: Answer) => children(child(read(answer), 'urlset'), 'url')

/** A date, or a date and time with a zone. */
const isDate = (value: string | undefined) => isMoment(value) || /^\d{4}-\d\d-\d\d$/.test(value ?? '')

/** Rules for the sitemap index and its sitemaps. */
export const sitemapRules: Rule<Answer>[] = [
  {
    fact: 'A sitemap can be read, and holds at most 50,000 addresses and 50 MB',
    cure: 'Split it into parts.',
    findErrors: (answer) => {
      const root = read(answer)
      return [
        ...unless(Boolean(root.urlset ?? root.sitemapindex), 'is neither an index nor a sitemap'),
        ...unless(urls(answer).length <= most && Buffer.byteLength(answer.text) <= maxBytes, 'is too large'),
      ]
    },
  },
  {
    fact: 'Addresses in a sitemap are pages of this site, under their canonical address',
    cure: 'List public pages by their paths in lib/rules/links.ts.',
    findErrors: (answer, { pages, origin }) =>
      urls(answer).flatMap((url) => {
        const address = textIn(url, 'loc') ?? ''
        const found = pages.get(address === origin ? `${origin}/` : address)
        return unless(Boolean(found), `${address} is no page that answers 200`)
      }),
  },
  {
    fact: 'lastmod is a date that has come, and that of a story its own',
    cure: 'Take it from the story.',
    findErrors: (answer, { now, pages }) =>
      urls(answer).flatMap((url) => {
        const [address = '', modified] = [textIn(url, 'loc'), textIn(url, 'lastmod')]
        if (modified === undefined) return unless(!isStory({ address }), `${address} has none`)
        const shown = pages.get(address)?.meta.get('article:modified_time')?.[0]
        return [
          ...unless(
            isDate(modified) && new Date(modified) <= now,
            `${modified} of ${address} is no date that has come`,
          ),
          ...unless(
            !shown || Date.parse(modified) >= Date.parse(shown),
            `${modified} of ${address} is before ${shown}`,
          ),
        ]
      }),
  },
]

/** Rules for the news sitemap. */
export const newsSitemapRules: Rule<Answer>[] = [
  {
    fact: 'The news sitemap can be read and holds at most 1,000 stories',
    cure: 'Take the newest.',
    findErrors: (answer) => [
      ...unless(read(answer).urlset !== undefined, 'is no sitemap'),
      ...unless(urls(answer).length <= 1000, `holds ${urls(answer).length}`),
    ],
  },
  {
    fact: 'News is of the last 48 hours, with publication, original date and bare headline',
    cure: 'See Google’s rules of news sitemaps.',
    findErrors: (answer, { now, pages }) =>
      urls(answer).flatMap((url) => {
        const news = child(url, 'news:news')
        const publication = child(news, 'news:publication')
        const date = textIn(news, 'news:publication_date')
        const page = pages.get(textIn(url, 'loc') ?? '')
        const age = now.getTime() - Date.parse(date ?? '')
        return [
          ...unless(
            Boolean(textIn(publication, 'news:name') && textIn(publication, 'news:language')),
            'no publication',
          ),
          ...unless(isMoment(date) && age >= 0 && age <= 49 * 3_600_000, `${date} is not of the last 48 hours`),
          ...unlessSame('publication date', date && Date.parse(date), Date.parse(page?.story?.times[0] ?? '')),
          ...unlessSame('title', textIn(news, 'news:title')?.replace(/\s+/g, ' '), page?.headings[0]),
        ]
      }),
  },
]
