import {
  type FeedFormatName,
  getCorrectionsFeed,
  getFeed,
  getPersonFeed,
  getTopicFeed,
} from '#lib/distribution/feeds/feeds'
import { toDocumentResponse } from '#lib/http/document-response'
import { assertFound } from '#lib/http/params'
import type { TextDocument } from '#lib/http/text-document'
import { doInTurn } from '#lib/pictures/costly-work'
import { getChangedAt } from '#lib/publication/articles'
import type { OncePerEdition } from '#lib/publication/once-per-edition'
import { getPerson } from '#lib/publication/people'
import { getTopic } from '#lib/publication/topics'
import type { Handler } from './handler'

/** Answers with a feed. One that must be made takes this thread for a tenth of a second, so that clients take turns. */
async function answer<Key>(feed: OncePerEdition<Key, TextDocument>, key: Key, request: Request, now: Date) {
  const document = feed.isMade(key, now) ? feed(key, now) : await doInTurn(async () => feed(key, now))
  return toDocumentResponse(request, document, getChangedAt(now))
}

const feed =
  (format: FeedFormatName): Handler =>
  (request, { now }) =>
    answer(getFeed, format, request, now)

/** The newest stories as RSS, Atom and JSON Feed 1.1. */
export const rssFeed = feed('rss')
export const atomFeed = feed('atom')
export const jsonFeed = feed('json')

/** A topic's newest stories. */
export const topicFeed: Handler = (request, { address, now }) =>
  answer(getTopicFeed, assertFound(getTopic(address.name), 'a topic'), request, now)

/** A person's newest quotations. */
export const personFeed: Handler = (request, { address, now }) =>
  answer(getPersonFeed, assertFound(getPerson(address.name, now), 'a person'), request, now)

/** The newest corrections. */
export const correctionsFeed: Handler = (request, { now }) => answer(getCorrectionsFeed, undefined, request, now)
