import { articlePath, frontPagePath } from '#lib/rules/links'
import type { Article, Messages, Site, StoryLife } from '#lib/types'

type Props = { site: Site; article: Article; life: StoryLife }

/** Says over a preview that it is one, what state its story is in, and leads out of it. */
export const PreviewBanner = ({ site: { timeZone, messages }, article, life }: Props) => (
  <aside
    aria-label={messages.preview.label}
    className="label mx-auto flex max-w-measure flex-wrap items-center justify-between gap-x-6 border-3 border-seal bg-tint px-4 py-2"
  >
    <p className="py-1">
      <strong className="text-seal">
        {life === 'public' ? messages.preview.published : messages.preview.notPublished}
      </strong>
      <br />
      {states[life](messages.preview, article, (time) => messages.dates.moment(time, timeZone))}
    </p>
    {life === 'public' ? (
      <a href={articlePath(article.slug)} className="py-1 font-bold underline">
        {messages.preview.goToStory}
      </a>
    ) : (
      <a href={frontPagePath} className="py-1 font-bold underline">
        {messages.preview.leave}
      </a>
    )}
  </aside>
)

type Describe = (words: Messages['preview'], article: Article, toMoment: (time: string) => string) => string | undefined

const states: Record<StoryLife, Describe> = {
  draft: ({ draft }) => draft,
  scheduled: ({ scheduledFor }, { publishedAt }, toMoment) => scheduledFor(toMoment(publishedAt)),
  public: ({ publishedOn }, { publishedAt }, toMoment) => publishedOn(toMoment(publishedAt)),
  withdrawn: ({ withdrawnOn }, { withdrawn }, toMoment) => withdrawn && withdrawnOn(toMoment(withdrawn.at)),
}
