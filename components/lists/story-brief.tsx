import { Words } from '#components/site/words'
import { Headline } from '#components/story/headline'
import type { Article } from '#lib/types'

/** The text that every story card has: the headline, which is the link, and the dek. */
export const StoryBrief = ({ article }: { article: Article }) => (
  <>
    <Headline as="h3" text={article.headline} slug={article.slug} />
    <p className="mt-1.5 leading-[1.45] text-soft">
      <Words text={article.dek} />
    </p>
  </>
)
