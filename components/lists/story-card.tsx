import { Kicker } from '#components/story/kicker'
import { PhotoImage } from '#components/story/photo-image'
import { StoryDay } from '#components/story/story-day'
import type { Article, Site, SizedPhoto } from '#lib/types'
import { StoryBrief } from './story-brief'

type Props = { site: Site; article: Article; photo?: SizedPhoto | undefined }

/** A story in a list, with its kicker, its day and, where there is room, its picture. */
export const StoryCard = ({ site, article, photo }: Props) => (
  <article className="relative">
    {photo && (
      <div className="mb-3">
        <PhotoImage {...photo} sizes="(min-width: 64rem) 36rem, (min-width: 48rem) 50vw, 100vw" />
      </div>
    )}
    <div>
      {article.kicker && <Kicker text={article.kicker} />}
      <StoryBrief article={article} />
      <StoryDay site={site} article={article} />
    </div>
  </article>
)
