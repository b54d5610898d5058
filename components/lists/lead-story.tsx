import { CorrectedLabel } from '#components/story/corrected-label'
import { Dek } from '#components/story/dek'
import { Headline } from '#components/story/headline'
import { Kicker } from '#components/story/kicker'
import { PhotoFigure } from '#components/story/photo-figure'
import type { Article, Site, SizedPhoto } from '#lib/types'

type Props = { site: Site; article: Article; photo?: SizedPhoto | undefined }

/** The first story of the front page. */
export const LeadStory = ({ site, article, photo }: Props) => (
  <article className="relative space-y-3">
    {photo && <PhotoFigure photo={photo} sizes="(min-width: 64rem) 48rem, 100vw" isFirst />}
    <div className="space-y-1.5 pt-3">
      {article.kicker && <Kicker text={article.kicker} />}
      <Headline as="h2" text={article.headline} slug={article.slug} />
    </div>
    <Dek text={article.dek} />
    <p className="label text-soft">
      <time dateTime={article.publishedAt}>{site.messages.dates.day(article.publishedAt, site.timeZone)}</time>
      {article.corrections && ' · '}
      <CorrectedLabel site={site} article={article} />
    </p>
  </article>
)
