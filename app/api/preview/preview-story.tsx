import { StoryInFull } from '#app/story'
import { PreviewBanner } from '#components/story/preview-banner'
import { embedBodyPhotos, embedPhoto } from '#lib/pictures/embed-photos'
import { getArticleBody } from '#lib/publication/body'
import { getPhoto } from '#lib/publication/photos'
import { getSite } from '#lib/publication/site'
import type { Article, StoryLife } from '#lib/types'

/** A story as readers will see it, under a banner that says it is a preview. No part of the page counts as a read. */
export async function previewStory({ article, life }: { article: Article; life: StoryLife }, now: Date) {
  const photo = getPhoto(article)
  const body = await embedBodyPhotos(getArticleBody(article, now))
  return (
    <>
      <PreviewBanner site={getSite()} article={article} life={life} />
      <StoryInFull article={article} body={body} photo={photo && (await embedPhoto(photo))} now={now} />
    </>
  )
}
