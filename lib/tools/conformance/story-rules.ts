import { hasType } from './data-rules'
import type { Page, ShownStory } from './page'
import { isMoment, type Rule, unless, unlessSame } from './rule'
import { readThings, type Thing } from './things'

const nothingShown: ShownStory = { times: [], authors: [], quotations: [], corrections: [] }

type Compare = (said: Thing, shown: ShownStory, page: Page, now: Date) => string[]

/** A rule that compares what a story tells programs with what its page shows. */
const same = (fact: string, cure: string, compare: Compare): Rule<Page> => ({
  fact,
  cure,
  findErrors: (page, { now }) =>
    readThings(page)
      .filter(hasType('NewsArticle'))
      .flatMap((said) => compare(said, page.story ?? nothingShown, page, now)),
})

const things = (value: unknown) => [value ?? []].flat() as Thing[]

/** Rules for every story. */
export const storyRules: Rule<Page>[] = [
  same('A story’s headline for programs is its h1', 'Take both from the story.', (said, _, { headings }) =>
    unlessSame('headline', String(said.headline).replace(/\s+/g, ' ').trim(), headings[0]),
  ),
  same('A story’s description for programs is that of its page', 'Take both from the dek.', (said, _, { meta }) =>
    unlessSame('description', said.description, meta.get('description')?.[0]),
  ),
  same(
    'A story shows when it was published and updated, and says the same',
    'Show both times by the headline.',
    (said, { times }) => [
      ...unlessSame('datePublished', said.datePublished, times[0]),
      ...unlessSame('dateModified', said.dateModified, times.at(-1)),
    ],
  ),
  same(
    'Dates of a story have a zone and are not in the future',
    'Correct the story’s front matter.',
    (said, _, __, now) =>
      [said.datePublished, said.dateModified].flatMap((time) =>
        unless(isMoment(time) && new Date(time) <= now, `${time} is in the future or has no zone`),
      ),
  ),
  same(
    'Each author is an object with the bare name of the byline and an address',
    'One object an author.',
    (said, { authors }) => [
      ...unlessSame(
        'author',
        things(said.author).map(({ name }) => name),
        authors,
      ),
      ...things(said.author).flatMap(({ url, name }) => unless(URL.canParse(String(url)), `${name} has no address`)),
    ],
  ),
  same('The publisher has a name and a logo', 'See toPublisher.', ({ publisher }) => {
    const [{ name, logo } = {}] = things(publisher)
    return unless(Boolean(name && things(logo)[0]?.url), 'it has not')
  }),
  same('Quotations are those of the page, each with a speaker', 'Take them from the body.', (said, { quotations }) => {
    const quoted = things(said.hasPart).filter(hasType('Quotation'))
    return [
      ...unlessSame(
        'hasPart',
        quoted.map(({ text }) => text),
        quotations,
      ),
      ...quoted.flatMap(({ spokenByCharacter, text }) =>
        unless(Boolean(things(spokenByCharacter)[0]?.name), `nobody says “${text}”`),
      ),
    ]
  }),
  same('Corrections are those of the page', 'Take them from the story.', (said, { corrections }) =>
    unlessSame(
      'correction',
      things(said.correction).map(({ datePublished }) => datePublished),
      corrections,
    ),
  ),
  same('Pictures come in 16:9, 4:3 and 1:1', 'See toImages.', ({ image }) => {
    const ratios = things(image).map(({ width, height }) => (Number(width) / Number(height)).toFixed(2))
    return image === undefined ? [] : unlessSame('image', ratios, ['1.78', '1.33', '1.00'])
  }),
]

/** Rules for pictures of stories, where they were requested. */
export const storyImageRules: Rule<Page>[] = [
  {
    fact: 'Pictures for programs are there, as large as it is said (looked at on 50 pages)',
    cure: 'Look at what the address answers.',
    findErrors: (page, { answers }) =>
      readThings(page)
        .flatMap(({ image }) => things(image))
        .flatMap(({ url, width, height }) => {
          const size = answers.get(String(url))?.size
          return unlessSame(String(url), [size?.width, size?.height].map(String), [width, height])
        }),
  },
]
