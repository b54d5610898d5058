/** What decides whether readers may see a story. */
export type StoryDates = {
  status?: 'draft' | 'published' | undefined
  publishedAt: string
  withdrawn?: { at: string } | undefined
}

export type StoryLife = 'draft' | 'scheduled' | 'public' | 'withdrawn'

/** A story's place in its life at a moment: drafts stay drafts, and a withdrawal counts from its own time. */
export function lifeAt(story: StoryDates, now: Date): StoryLife {
  if (story.status === 'draft') return 'draft'
  if (new Date(story.publishedAt) > now) return 'scheduled'
  if (story.withdrawn && new Date(story.withdrawn.at) <= now) return 'withdrawn'
  return 'public'
}
