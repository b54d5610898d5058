import { type TextDocument, toTextDocument } from '#lib/http/text-document'
import { getArticles, getChangedAt } from '#lib/publication/articles'
import { keepForEdition } from '#lib/publication/once-per-edition'
import { getSite } from '#lib/publication/site'
import { getTopicArticles } from '#lib/publication/topics'
import { atomFeedPath, feedPath, frontPagePath, jsonFeedPath, topicFeedPath, topicPath } from '#lib/rules/links'
import type { Article, Person, Topic } from '#lib/types'
import { getCorrectionEntries, getCorrectionsChannel } from './corrections-feed'
import { type Channel, type FeedEntry, feedLength, fullLength } from './feed-entry'
import { feedTypes, writeFeed } from './formats'
import { getPersonChannel, getPersonEntries } from './person-feed'
import { toShortEntry, toStoryEntry } from './story-entry'

/** The addresses of the publication's own feed. */
const paths = { rss: feedPath, atom: atomFeedPath, json: jsonFeedPath }

export type FeedFormatName = keyof typeof paths

/** The newest stories of the publication in full. */
export const getFeed = keepForEdition((format: FeedFormatName, now): TextDocument => {
  const { name, tagline } = getSite()
  const channel = { title: name, description: tagline, page: frontPagePath, self: paths[format] }
  return toFeedDocument(format, channel, getStoryEntries(getArticles(now), now), now)
})

/** The newest stories of a topic in full, as RSS. */
export const getTopicFeed = keepForEdition(({ slug, title, description }: Topic, now): TextDocument => {
  const { name, messages } = getSite()
  const channel = {
    title: messages.site.title(title, name),
    description,
    page: topicPath(slug),
    self: topicFeedPath(slug),
  }
  return toFeedDocument('rss', channel, getStoryEntries(getTopicArticles(slug, now), now), now)
})

/** The newest quotations of a person, as RSS. */
export const getPersonFeed = keepForEdition(
  (person: Person, now): TextDocument =>
    toFeedDocument('rss', getPersonChannel(person), getPersonEntries(person, now), now),
)

/** The newest corrections, as RSS. */
export const getCorrectionsFeed = keepForEdition((_: undefined, now) =>
  toFeedDocument('rss', getCorrectionsChannel(), getCorrectionEntries(now), now),
)

/** The newest stories in full, as long as there is room in the feed; then each has its dek alone. */
function getStoryEntries(articles: Article[], now: Date): FeedEntry[] {
  let length = 0
  return articles.slice(0, feedLength).map((article) => {
    if (length > fullLength) return toShortEntry(article)
    const entry = storyEntry(article, now)
    length += entry.content.length
    return entry
  })
}

/** A story stands in several feeds, and is rendered once. */
const storyEntry = keepForEdition(toStoryEntry)

/** A feed without entries last changed when the publication did. */
function toFeedDocument(format: FeedFormatName, channel: Channel, entries: FeedEntry[], now: Date): TextDocument {
  const changes = entries.map(({ updated }) => +updated)
  const updated = changes.length > 0 ? new Date(Math.max(...changes)) : getChangedAt(now)
  return toTextDocument(feedTypes[format], writeFeed[format](channel, entries, updated))
}
