import { getPeople } from '#lib/publication/people'
import { toAbsolute } from '#lib/publication/site'
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
export const listFeeds = (now: Date) => ({
  publication: [
    list('All stories, RSS', feedPath),
    list('All stories, Atom', atomFeedPath),
    list('All stories, JSON Feed', jsonFeedPath),
    list('Corrections', correctionsFeedPath),
  ],
  topics: getTopics().map(({ slug, title }) => list(title, topicFeedPath(slug))),
  people: getPeople(now).map(({ slug, name }) => list(name, personFeedPath(slug))),
})
