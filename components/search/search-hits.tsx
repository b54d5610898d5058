import { Headline } from '#components/story/headline'
import { Kicker } from '#components/story/kicker'
import { StoryDay } from '#components/story/story-day'
import type { SearchHit, Site } from '#lib/types'
import { MarkedWords } from './marked-words'

/** The stories that were found, best match first, with the matches marked. */
export const SearchHits = ({ site, hits }: { site: Site; hits: SearchHit[] }) => (
  <ol className="max-w-measure">
    {hits.map(({ article, headline, excerpt }) => (
      <li key={article.slug} className="border-t border-rule py-5">
        <article className="relative">
          {article.kicker && <Kicker text={article.kicker} />}
          <Headline as="h3" slug={article.slug} text={article.headline} marked={<MarkedWords segments={headline} />} />
          <p className="mt-1.5 leading-[1.45] break-words text-soft">
            <MarkedWords segments={excerpt} />
          </p>
          <StoryDay site={site} article={article} />
        </article>
      </li>
    ))}
  </ol>
)
