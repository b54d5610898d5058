import { getPeople } from '#lib/publication/people'
import { getSite, toAbsolute } from '#lib/publication/site'
import { getTopics } from '#lib/publication/topics'
import {
  atomFeedPath,
  correctionsFeedPath,
  feedPath,
  jsonFeedPath,
  personFeedPath,
  topicFeedPath,
} from '#lib/rules/links'

const list = (title: string, path: string) => ({ title, path, address: toAbsolute(path) })

/** Every feed there is, with its path and its whole address: of the whole publication, of topics, and of people whom public stories quote. */
export function listFeeds(now: Date) {
  const { feeds, corrections } = getSite().messages
  return {
    publication: [
      list(feeds.allStories('RSS'), feedPath),
      list(feeds.allStories('Atom'), atomFeedPath),
      list(feeds.allStories('JSON Feed'), jsonFeedPath),
      list(corrections.title, correctionsFeedPath),
    ],
    topics: getTopics().map(({ slug, title }) => list(title, topicFeedPath(slug))),
    people: getPeople(now).map(({ slug, name }) => list(name, personFeedPath(slug))),
  }
}
