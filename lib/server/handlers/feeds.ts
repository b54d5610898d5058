import {
  type FeedFormatName,
  getCorrectionsFeed,
  getFeed,
  getPersonFeed,
  getTopicFeed,
} from '#lib/distribution/feeds/feeds'
import { assertFound } from '#lib/http/params'
import { getPerson } from '#lib/publication/people'
import { getTopic } from '#lib/publication/topics'
import { answerDocument } from './answer-document'
import type { Handler } from './handler'

const feed =
  (format: FeedFormatName): Handler =>
  (request, { now }) =>
    answerDocument(getFeed, format, request, now)

/** The newest stories as RSS, Atom and JSON Feed 1.1. */
export const rssFeed = feed('rss')
export const atomFeed = feed('atom')
export const jsonFeed = feed('json')

/** A topic's newest stories. */
export const topicFeed: Handler = (request, { address, now }) =>
  answerDocument(getTopicFeed, assertFound(getTopic(address.name), 'a topic'), request, now)

/** A person's newest quotations. */
export const personFeed: Handler = (request, { address, now }) =>
  answerDocument(getPersonFeed, assertFound(getPerson(address.name, now), 'a person'), request, now)

/** The newest corrections. */
export const correctionsFeed: Handler = (request, { now }) =>
  answerDocument(getCorrectionsFeed, undefined, request, now)
