import { createHash } from 'node:crypto'
import { getAllCorrections } from '#lib/publication/corrections'
import { getSite, toAbsolute } from '#lib/publication/site'
import { articlePath, correctionsFeedPath, correctionsPath } from '#lib/rules/links'
import type { StoryCorrection } from '#lib/types'
import { element } from './element'
import { type Channel, type FeedEntry, feedLength } from './feed-entry'
import { toFeedHtml } from './feed-html'
import { toStoryId } from './story-entry'

/** What the feed of corrections is called. */
export function getCorrectionsChannel(): Channel {
  const { name, messages } = getSite()
  return {
    title: messages.site.title(messages.corrections.title, name),
    description: messages.feeds.corrections(name),
    page: correctionsPath,
    self: correctionsFeedPath,
  }
}

/** The newest corrections, each with its story. */
export const getCorrectionEntries = (now: Date): FeedEntry[] => getAllCorrections(now).slice(0, feedLength).map(toEntry)

function toEntry({ article, at, text }: StoryCorrection): FeedEntry {
  const { corrections, feeds } = getSite().messages
  const link = `${toAbsolute(articlePath(article.slug))}#corrections`
  const story = element('a', { href: articlePath(article.slug) }, [article.headline])
  return {
    // A correction that is worded anew is another one.
    id: `${toStoryId(article)}#correction-${createHash('sha256').update(`${at} ${text}`).digest('hex').slice(0, 8)}`,
    link,
    title: feeds.correction(article.headline),
    content: toFeedHtml([element('p', {}, [text]), element('p', {}, corrections.inStory(story))], link),
    published: new Date(at),
    updated: new Date(at),
    authors: [],
    topics: [],
  }
}
