import * as links from '#lib/rules/links'
import { futureYears, type HiddenState, hiddenStates, mark } from './leak'
import { hiddenSlug } from './leak-edition'

/** A request that a curious reader may try. */
export type Guess = { path: string; headers?: Record<string, string> }

const framework = ['.rsc', '.txt', '.json', '.html', '.segments/_tree.segment.rsc', '/', '/opengraph-image', '?_rsc=x']

const asFramework = [
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1' },
  { RSC: '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  { Accept: 'text/x-component' },
]

/** Addresses of hidden stories. None may answer 200, whatever the body contains. */
export const closedGuesses = (): Guess[] => [
  ...hiddenStates.flatMap(ofStory),
  ...[`${futureYears.publication}`, `${futureYears.publication}-05-06`].map((period) => ({
    path: links.archivePeriodPath(period),
  })),
  ...['', '?secret=', `?secret=x`].map((query) => ({ path: links.previewPath + query })),
  ...['/.contentlayer/snapshot/index.json', '/photos/..%2Findex.json', '/_next/static/..%2F..%2FBUILD_ID'].map(
    (path) => ({ path }),
  ),
]

function ofStory(state: HiddenState): Guess[] {
  const story = links.articlePath(hiddenSlug(state))
  const person = mark(state, 'person')
  const pictures = [mark(state, 'photo'), mark(state, 'inner')].map((name) => `photos/${name}.jpg`)
  const paths = [
    ...['', ...framework].map((ending) => story + ending),
    ...[
      links.articlePath(mark(state, 'former')),
      links.sharePath(hiddenSlug(state)),
      `/withdrawn/${mark(state, 'slug')}`,
    ],
    ...[links.personPath(person), links.personFeedPath(person), `/_next/data/x${story}.json`],
    ...[`${links.previewPath}?secret=x&slug=${hiddenSlug(state)}`],
    ...pictures.flatMap((photo) => [
      ...[links.photoPath(photo), links.photoPath(photo, 640), links.photoCropPath(photo, '16x9')],
      `/_next/image?url=${encodeURIComponent(links.photoPath(photo))}&w=640&q=75`,
    ]),
  ]
  return [...paths.map((path) => ({ path })), ...asFramework.map((headers) => ({ path: story, headers }))]
}

const searched = ['headline', 'dek', 'kicker', 'place', 'body', 'quotation', 'name', 'slug', 'correction', 'voice']

/** Searches for hidden words: whole, by prefix, and misspelt, which makes the search suggest the right spelling. */
export const searchGuesses = (): Guess[] =>
  hiddenStates.flatMap((state) =>
    searched.flatMap((field) => {
      const word = mark(state, field)
      return [word, word.slice(0, -2), `${word.slice(0, -2)}xx`, `"text ${word}"`].map((q) => ({
        path: links.searchResultsPath({ q }),
      }))
    }),
  )

/** Addresses that only programs request, beyond those that pages and sitemaps link to. */
export const programGuesses = (): Guess[] => [
  { path: links.hotThisWeekDataPath },
  { path: '/api/health' },
  { path: links.articlePath('second'), headers: { RSC: '1' } },
]
