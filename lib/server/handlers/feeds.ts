import {
  type FeedFormatName,
  getCorrectionsFeed,
  getFeed,
  getPersonFeed,
  getTopicFeed,
} from '#lib/distribution/feeds/feeds'
import { toDocumentResponse } from '#lib/http/document-response'
import { assertFound } from '#lib/http/params'
import { getChangedAt } from '#lib/publication/articles'
import { getPerson } from '#lib/publication/people'
import { getTopic } from '#lib/publication/topics'
import type { Handler } from './handler'

const feed =
  (format: FeedFormatName): Handler =>
  (request, { now }) =>
    toDocumentResponse(request, getFeed(format, now), getChangedAt(now))

/** The newest stories as RSS, Atom and JSON Feed 1.1. */
export const rssFeed = feed('rss')
export const atomFeed = feed('atom')
export const jsonFeed = feed('json')

/** A topic's newest stories. */
export const topicFeed: Handler = (request, { address, now }) =>
  toDocumentResponse(request, getTopicFeed(assertFound(getTopic(address.name), 'a topic'), now), getChangedAt(now))

/** A person's newest quotations. */
export const personFeed: Handler = (request, { address, now }) =>
  toDocumentResponse(
    request,
    getPersonFeed(assertFound(getPerson(address.name, now), 'a person'), now),
    getChangedAt(now),
  )

/** The newest corrections. */
export const correctionsFeed: Handler = (request, { now }) =>
  toDocumentResponse(request, getCorrectionsFeed(now), getChangedAt(now))
