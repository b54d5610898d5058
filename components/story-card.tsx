import { Headline } from '#components/headline'
import { Kicker } from '#components/kicker'
import { PhotoImage } from '#components/photo-image'
import { Words } from '#components/words'
import { formatShortDay } from '#lib/dates'
import { getSite } from '#lib/site'
import type { Article, SizedPhoto } from '#lib/types'

type Props = { article: Article; photo?: SizedPhoto | undefined }

/** A story in a list: its headline is the link, its dek says what it is about. */
export const StoryCard = ({ article, photo }: Props) => (
  <article>
    {photo && (
      <div className="mb-3">
        <PhotoImage {...photo} sizes="(min-width: 64rem) 18rem, (min-width: 36rem) 50vw, 100vw" />
      </div>
    )}
    {article.kicker && <Kicker text={article.kicker} />}
    <Headline as="h3" text={article.headline} slug={article.slug} />
    <p className="mt-1.5 text-[1rem] leading-[1.45] text-soft">
      <Words text={article.dek} />
    </p>
    <p className="label mt-1.5 text-soft">
      <time dateTime={article.publishedAt}>{formatShortDay(article.publishedAt, getSite().timeZone)}</time>
    </p>
  </article>
)
