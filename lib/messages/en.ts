import { count } from '#lib/rules/count'
import { formatDay, formatPeriod, formatPeriodPart, formatShortDay, formatTime } from '#lib/rules/dates'

/** The language and region by whose rules dates are written. */
const locale = 'en-US'

/** A sentence in its order: text, and elements that stand in it, such as links. `Node` is an element of a page or of a feed. */
type Sentence<Node> = (string | Node)[]

const countStories = (total: number) => count(total, 'story', 'stories')

/** The page of a list, where it has several. */
const onPage = (page: number, pages: number) => (pages > 1 ? `, page ${page} of ${pages}` : '')

/**
 * The interface words in English, by the place where they stand. An argument of type `Node`, or that returns one, is an
 * element of the sentence; `site` is the publication's name, else a `Node` with it.
 */
export const en = {
  dates: {
    /** `Friday, November 22, 2024` */
    day: (time: string, zone: string) => formatDay(time, zone, locale),
    /** `9:30 AM Korean Standard Time` */
    time: (time: string, zone: string) => formatTime(time, zone, locale),
    /** `Friday, November 22, 2024, 9:30 AM Korean Standard Time` */
    moment: (time: string, zone: string) => `${formatDay(time, zone, locale)}, ${formatTime(time, zone, locale)}`,
    /** `November 22, 2024` */
    shortDay: (time: string, zone: string) => formatShortDay(time, zone, locale),
    /** `2024`, `November 2024` or `November 22, 2024` */
    period: (period: string) => formatPeriod(period, locale),
    /** What a period adds to the one around it: `November` or `22`. */
    periodPart: (period: string) => formatPeriodPart(period, locale),
  },

  site: {
    /** A page's title with the publication's name. */
    title: (page: string, site: string) => `${page} – ${site}`,
    skipToContent: 'Skip to the content',
    /** What the menu at the foot of a page is called. */
    publication: 'Publication',
    publishedBy: <Node>(site: Node, publisher: Node): Sentence<Node> => [site, ' is published by ', publisher, '.'],
    /** Where else somebody is found. */
    elsewhere: <Node>(name: string, addresses: Node): Sentence<Node> => [`${name} elsewhere: `, addresses],
    /** What stands between the items of a list within a line. */
    listSeparator: ', ',
  },

  front: {
    heading: (site: string) => `${site}: front page`,
    whenEmpty: 'No stories yet. The first one will stand here.',
  },

  latest: {
    title: 'Latest',
    description: (site: string) => `Every story of ${site}, newest first.`,
  },

  topics: {
    title: 'Topics',
    description: (site: string) => `What ${site} writes about.`,
    whenEmpty: 'No topics yet.',
    label: 'Topic',
    all: 'All topics',
  },

  authors: {
    title: 'Authors',
    description: (site: string) => `Who writes for ${site}.`,
    whenEmpty: 'No authors yet.',
    label: 'Author',
    storiesBy: (name: string, site: string) => `Stories by ${name} in ${site}.`,
  },

  people: {
    title: 'People quoted',
    description: (site: string) => `Everybody whom ${site} quotes, with every quotation.`,
    whenEmpty: 'Nobody is quoted yet.',
    label: 'Person',
    quotationsOf: (name: string, site: string) =>
      `Every quotation of ${name} in ${site}, with the title held that day.`,
  },

  archive: {
    title: 'Archive',
    description: (site: string) => `Every story of ${site} by date.`,
    storiesOf: (period: string) => `Stories of ${period}`,
    publishedOn: (site: string, day: string) => `What ${site} published on ${day}.`,
    publishedIn: (site: string, period: string) => `What ${site} published in ${period}.`,
    /** What the menu of the smaller periods is called, and one of its links. */
    periods: 'Periods',
    periodWithStories: (period: string, total: number) => `${period}, ${countStories(total)}`,
  },

  corrections: {
    title: 'Corrections',
    description: (site: string) => `What ${site} has put right in its stories, newest first.`,
    whenEmpty: 'No corrections yet.',
    count: (total: number, page: number, pages: number) =>
      count(total, 'correction', 'corrections') + onPage(page, pages),
    /** The story that a correction is of. */
    inStory: <Node>(story: Node): Sentence<Node> => ['In ', story],
  },

  hotThisWeek: {
    title: 'Hot this week',
    description: 'The stories that readers kept open in the last seven days, and how this ranking is made.',
    whenEmpty: 'No reader has been counted in the last seven days.',
    rankedAt: (moment: string) => `Ranked ${moment}`,
    ranking: 'Ranked by readers',
    reads: (reads: number, score: number) =>
      `${count(reads, 'read', 'reads')} in seven days, score ${score.toFixed(1)}`,
    notYetRead: 'Latest stories, not yet read',
    /** Voices read all of it; `hidden` is not shown. */
    place: <Node>(place: number, hidden: (text: string) => Node): Sentence<Node> => [hidden('Place '), String(place)],
    /** Marks a story that only fills the list. */
    filling: 'Latest',
    /** How the places of a list came about: by readers all, none, or some. */
    allByReaders: 'Ranked by readers.',
    noneByReaders: 'No readers counted yet: these are the latest stories.',
    someByReaders: 'Numbers are places by readers; the rest are the latest stories.',
    how: {
      title: 'How this list is made',
      reads:
        'A story counts one read when somebody keeps it open and visible for five seconds. One reader counts once a day for each story, and one network address 20 times at most. Robots do not count, nor do readers whose browser asks not to be tracked.',
      score: <Node>(exponent: (text: string) => Node): Sentence<Node> => [
        'Reads are added up by the hour, for the last 168 hours. A fresh read weighs 1, one of three days ago a half, one of six days ago a quarter: a story’s score is Σ reads × 2',
        exponent('(−age in hours / 72)'),
        '. The highest score comes first; of two equal ones, the newer story.',
      ],
      filling:
        'Where a list has more places than there are stories with readers, the newest stories fill it. They are marked “Latest” and are not numbered. A list beside a story leaves out those that stand elsewhere on its page.',
      data: <Node>(link: (text: string) => Node): Sentence<Node> => [
        'Everything the ranking is made of is ',
        link('open data'),
        ': anyone can check it.',
      ],
    },
  },

  lists: {
    heading: 'Stories',
    whenEmpty: 'No stories yet.',
    noQuotations: 'No quotations yet.',
    stories: countStories,
    storiesOnPage: (total: number, page: number, pages: number) => countStories(total) + onPage(page, pages),
    quotations: (total: number) => count(total, 'quotation', 'quotations'),
    /** `said` is a day or a name, the title held then and who was spoken to. */
    saidIn: <Node>(said: Node, story: Node): Sentence<Node> => [said, '. In ', story],
    /** The title of a page of a list but the first. */
    titleOfPage: (title: string, page: number) => `${title}, page ${page}`,
    pages: 'Pages',
    pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
    newer: 'Newer',
    older: 'Older',
  },

  story: {
    by: <Node>(authors: Node): Sentence<Node> => ['By ', authors],
    /** What stands before an author's name, the first of which has index 0. */
    authorSeparator: (index: number, authors: number) => (index === 0 ? '' : index === authors - 1 ? ' and ' : ', '),
    published: <Node>(day: Node, time: string): Sentence<Node> => ['Published ', day, `, ${time}`],
    updated: <Node>(day: Node, time: string): Sentence<Node> => ['Updated ', day, `, ${time}`],
    speakers: <Node>(quotations: number, people: number, names: Node): Sentence<Node> => [
      `${count(quotations, 'quotation', 'quotations')} from ${count(people, 'person', 'people')}: `,
      names,
    ],
    topics: 'Topics of this story',
    keyPoints: 'Key points',
    pullQuote: 'Pull quote',
    table: 'Table',
    role: (title: string, institution: string) => `${title}, ${institution}`,
    spokenTo: (whom: string) => `to ${whom}`,
    source: 'Source',
    sourceOf: (name: string) => `Source of the quotation of ${name}`,
    corrected: 'Corrected',
    corrections: (total: number) => (total === 1 ? 'Correction' : 'Corrections'),
    storySoFar: 'Story so far',
    thisPart: '(this part)',
    related: 'Related articles',
  },

  preview: {
    label: 'Preview',
    title: (headline: string) => `Preview: ${headline}`,
    published: 'Preview: published',
    notPublished: 'Preview: not published',
    goToStory: 'Go to the published story',
    leave: 'Leave the preview',
    draft: 'A draft. Nobody else sees it.',
    scheduledFor: (moment: string) => `Scheduled for ${moment}.`,
    publishedOn: (moment: string) => `Published on ${moment}.`,
    withdrawnOn: (moment: string) => `Withdrawn on ${moment}.`,
    tooMany: {
      title: 'Too many tries',
      text: (seconds: number) => `Try again in ${count(seconds, 'second', 'seconds')}.`,
    },
    denied: {
      title: 'This preview needs its secret',
      text: 'The secret in the address is missing or wrong.',
    },
    unknown: {
      title: 'No such story',
      text: 'No story has the slug that the address names.',
    },
  },

  search: {
    title: 'Search',
    titleOf: (query: string) => `Search: ${query}`,
    description: (site: string) => `Search every story of ${site} for words, names and topics.`,
    words: 'Words or a name',
    submit: 'Search',
    from: 'From',
    to: 'To',
    found: (total: number, query: string) => `${countStories(total)} for “${query}”`,
    /** The search stopped before the oldest stories. */
    foundAtLeast: (total: number, query: string) => `At least ${countStories(total)} for “${query}”`,
    cutOff: 'So many stories have these words that the search stopped before the oldest. More words find fewer.',
    noneFound: 'No stories match',
    everyQuotationOf: <Node>(name: Node): Sentence<Node> => [
      'Every quotation of ',
      name,
      ', with the title held that day.',
    ],
    didYouMean: <Node>(query: Node): Sentence<Node> => ['Did you mean ', query, '?'],
    tryFewer: <Node>(words: Node): Sentence<Node> => ['Stories have to have every word. Try fewer: ', words],
    withoutFilters: <Node>(link: (text: string) => Node): Sentence<Node> => ['Search ', link('all topics and days')],
    lookThrough: <Node>(topics: (text: string) => Node, latest: (text: string) => Node): Sentence<Node> => [
      'Look through the ',
      topics('topics'),
      ' or the ',
      latest('latest stories'),
    ],
    previous: 'Previous',
    next: 'Next',
    whatToType:
      'Type words that a story should have, somebody’s name, or a topic. Words in quotation marks are found side by side, and the last word may be the beginning of one.',
    noSuchPage: 'There is no such page of results.',
    tooMany: (seconds: number) =>
      `That was a lot of searches at once. Try again in ${count(seconds, 'second', 'seconds')}.`,
    tooBusy: 'Many readers search at this moment. Please try again in a few seconds.',
    isDown: 'The search does not work just now. Please try again later.',
    errors: {
      tooLong: (most: number, characters: number) =>
        `A search may have ${most} characters at most; this one has ${characters.toLocaleString(locale)}.`,
      tooManyWords: (most: number, words: number) => `A search may have ${most} words at most; this one has ${words}.`,
      withoutSpaces: (most: number) => `Write spaces between words; one may have ${most} letters at most.`,
      unknownTopic: 'There is no such topic. Choose one from the list.',
      notADate: (text: string) => `“${text}” is not a date. Write dates as 2024-11-22.`,
      lastBeforeFirst: 'The first day comes after the last.',
    },
  },

  feeds: {
    title: 'Feeds',
    description: (site: string) => `Follow ${site} in a feed reader, without an account.`,
    explanation:
      'A feed reader is a program that brings you what is new from the sites you choose. Copy an address from this page into yours. Feeds of stories hold the 50 newest in full, with their pictures and notes. If your reader takes all three formats, any of them will do.',
    wholePublication: 'The whole publication',
    whatPeopleSaid: 'What people said',
    allStories: (format: string) => `All stories, ${format}`,
    /** What a page calls a feed of the whole publication. */
    ofSite: (site: string, format: string) => `${site}, ${format}`,
    /** The link to the feed of a page. */
    rss: 'RSS feed',
    quotationsOf: (name: string) => `Quotations of ${name}`,
    quotation: (name: string, day: string) => `${name}, ${day}`,
    quotedIn: (text: string, headline: string) => `“${text}” In “${headline}”.`,
    corrections: (site: string) => `What ${site} has put right, newest first.`,
    correction: (headline: string) => `Correction: ${headline}`,
  },

  notices: {
    goElsewhere: <Node>(front: (text: string) => Node, latest: (text: string) => Node): Sentence<Node> => [
      'Go to the ',
      front('front page'),
      ' or to the ',
      latest('latest stories'),
      '.',
    ],
    notFound: {
      title: 'Not found',
      description: 'There is nothing at this address.',
      heading: 'There is nothing at this address',
      text: 'The link that brought you here may be mistyped, or what it led to was never published.',
    },
    withdrawn: {
      title: 'Withdrawn story',
      description: 'The story at this address was withdrawn.',
      heading: 'This story was withdrawn',
    },
    error: {
      title: 'Something went wrong',
      heading: 'Something went wrong on our side',
      text: 'The page could not be made. Try again in a minute.',
    },
  },
}

/** What every catalogue has. */
export type Messages = typeof en
