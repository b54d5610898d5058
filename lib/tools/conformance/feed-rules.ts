import { attribute, readElements } from './html'
import type { Feed, FeedItem } from './read-feed'
import { isMoment, type Rule, unless, unlessSame } from './rule'
import { isStory, toInternal } from './site'

const versions = { RSS: '2.0', Atom: 'http://www.w3.org/2005/Atom', 'JSON Feed': 'https://jsonfeed.org/version/1.1' }

/** RFC 822 with a four-digit year. */
const rfc822 = /^(\w{3}, )?\d{1,2} \w{3} \d{4} \d\d:\d\d(:\d\d)? ([A-Z]{1,4}|[+-]\d{4})$/

const ofItems =
  (findErrors: (item: FeedItem, feed: Feed, origin: string) => string[]): Rule<Feed>['findErrors'] =>
  (feed, { origin }) =>
    feed.items.flatMap((item) => findErrors(item, feed, origin).map((error) => `${item.link}: ${error}`))

/** Is an item a whole story, rather than a quotation from one? */
const isWhole = ({ link = '' }: FeedItem) => URL.canParse(link) && isStory({ address: link }) && !new URL(link).hash

/** Rules for every feed. */
export const feedRules: Rule<Feed>[] = [
  {
    fact: 'A feed has version, title, link and its own address',
    cure: 'Set them where the feed is made.',
    findErrors: ({ address, format, version, title, link, self, description, updated }) => [
      ...unlessSame('version', version, versions[format]),
      ...unlessSame('self', self, address),
      ...unless(Boolean(title && link && URL.canParse(link)), 'title or link is missing'),
      ...unless(format !== 'RSS' || Boolean(description), 'description is missing'),
      ...unless(format !== 'Atom' || isMoment(updated), 'updated is no moment with a zone'),
    ],
  },
  {
    fact: 'Every item has an id of its own, a title and an absolute address',
    cure: 'Take the id from the story’s lasting id.',
    findErrors: (feed) => {
      const ids = feed.items.map(({ id }) => id)
      return [
        ...unless(new Set(ids).size === ids.length, 'two items have the same id'),
        ...feed.items.flatMap(({ id, title, link }) =>
          unless(
            typeof id === 'string' && id !== '' && Boolean(title) && URL.canParse(link ?? ''),
            `item ${id} is not whole`,
          ),
        ),
      ]
    },
  },
  {
    fact: 'Dates have the form of the format',
    cure: 'RSS takes RFC 822 with four digits of the year, the others RFC 3339.',
    findErrors: ofItems(({ dates }, { format }) =>
      dates.flatMap((date) => unless(format === 'RSS' ? rfc822.test(String(date)) : isMoment(date), `${date} has not`)),
    ),
  },
  {
    fact: 'Every story in a feed has its authors and full text',
    cure: 'Render the body with hast-util-to-html.',
    findErrors: ofItems((item) =>
      isWhole(item) ? unless(Boolean(item.authors[0] && item.content), 'author or text is missing') : [],
    ),
  },
  {
    fact: 'The text of items has absolute addresses and no script, frame or form',
    cure: 'Make addresses absolute before the text is rendered.',
    findErrors: ofItems(({ content = '' }) =>
      readElements(content).flatMap((element) => [
        ...unless(!['script', 'iframe', 'form', 'object'].includes(element.tagName), `has <${element.tagName}>`),
        ...['href', 'src'].flatMap((name) => {
          const address = attribute(element, name)
          return unless(address === undefined || URL.canParse(address), `${name}="${address}" is not absolute`)
        }),
      ]),
    ),
  },
  {
    fact: 'Items lead to pages that are there, by their headline',
    cure: 'Use articlePath for the link and the headline for the title.',
    findErrors: (feed, { origin, pages }) =>
      feed.items.flatMap((item) => {
        const page = pages.get(toInternal(item.link ?? '', origin, origin) ?? '')
        if (!page) return [`${item.link} is no page of this site`]
        return isWhole(item) ? unlessSame('title', String(item.title).replace(/\s+/g, ' '), page.headings[0]) : []
      }),
  },
  {
    fact: 'A feed is sent again only when it changed',
    cure: 'Answer with toFeedResponse.',
    findErrors: ({ answer: { headers, again } }) => [
      ...unless(headers.has('ETag') && headers.has('Last-Modified'), 'ETag or Last-Modified is missing'),
      ...unlessSame('the answer to If-None-Match', again, 304),
    ],
  },
]
