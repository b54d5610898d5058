import type { Root } from 'hast'
import { HotThisWeek } from '#components/lists/hot-this-week'
import { StoryList } from '#components/lists/story-list'
import { Article } from '#components/story/article'
import { StorySoFar } from '#components/story/story-so-far'
import { getAuthorsOf } from '#lib/publication/authors'
import { getPeopleOf } from '#lib/publication/people'
import { getPhoto } from '#lib/publication/photos'
import { getSite } from '#lib/publication/site'
import { getStoryLists } from '#lib/publication/story-lists'
import { getStorySoFar } from '#lib/publication/story-so-far'
import { getTopicsOf } from '#lib/publication/topics'
import type { SizedPhoto, Article as Story } from '#lib/types'

type Props = { article: Story; body: Root; photo?: SizedPhoto | undefined; now: Date }

/** The page of a story: the story, its other parts, and the lists below it. */
export function StoryInFull({ article, body, photo = getPhoto(article), now }: Props) {
  const site = getSite()
  const { hot, topics, related } = getStoryLists(article, now)
  return (
    <>
      <Article
        site={site}
        article={article}
        authors={getAuthorsOf(article)}
        topics={getTopicsOf(article)}
        people={getPeopleOf(article)}
        photo={photo}
        body={body}
        corrections={article.corrections ?? []}
        updatedAt={article.updatedAt}
      />
      <div className="mx-auto max-w-measure empty:hidden">
        <StorySoFar site={site} parts={getStorySoFar(article, now)} present={article} />
      </div>
      <div className="no-print space-y-10">
        <HotThisWeek site={site} stories={hot} />
        <StoryList site={site} id="topics" title={site.messages.topics.title} articles={topics} columns="four" />
        <StoryList
          site={site}
          id="related-articles"
          title={site.messages.story.related}
          articles={related}
          columns="three"
        />
      </div>
    </>
  )
}
