import { formatDay, formatTime } from '#lib/rules/dates'
import { articlePath, frontPagePath } from '#lib/rules/links'
import type { Article, Site, StoryLife } from '#lib/types'

type Props = { site: Site; article: Article; life: StoryLife }

/** Says over a preview that it is one, what state its story is in, and leads out of it. */
export const PreviewBanner = ({ site, article, life }: Props) => (
  <aside
    aria-label="Preview"
    className="label mx-auto flex max-w-measure flex-wrap items-center justify-between gap-x-6 border-3 border-seal bg-tint px-4 py-2"
  >
    <p className="py-1">
      <strong className="text-seal">Preview: {life === 'public' ? 'published' : 'not published'}</strong>
      <br />
      {states[life](article, (time) => toMoment(time, site))}
    </p>
    {life === 'public' ? (
      <a href={articlePath(article.slug)} className="py-1 font-bold underline">
        Go to the published story
      </a>
    ) : (
      <a href={frontPagePath} className="py-1 font-bold underline">
        Leave the preview
      </a>
    )}
  </aside>
)

const toMoment = (time: string, { timeZone }: Site) => `${formatDay(time, timeZone)}, ${formatTime(time, timeZone)}`

const states: Record<StoryLife, (article: Article, toMoment: (time: string) => string) => string> = {
  draft: () => 'A draft. Nobody else sees it.',
  scheduled: ({ publishedAt }, toMoment) => `Scheduled for ${toMoment(publishedAt)}.`,
  public: ({ publishedAt }, toMoment) => `Published on ${toMoment(publishedAt)}.`,
  withdrawn: ({ withdrawn }, toMoment) => `Withdrawn${withdrawn ? ` on ${toMoment(withdrawn.at)}` : ''}.`,
}
