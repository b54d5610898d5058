import { Words } from '#components/site/words'
import { articlePath } from '#lib/rules/links'
import type { Article, Site } from '#lib/types'
import { StoryDay } from './story-day'

type Props = { site: Site; parts: Article[]; present: Article }

/** The parts of a story in order, with the current part marked; absent if there are no other parts. */
export const StorySoFar = ({ site, parts, present }: Props) =>
  parts.length > 0 && (
    <nav aria-labelledby="story-so-far" className="border-t-3 border-ink bg-tint px-4 py-4 sm:px-5">
      <h2 id="story-so-far" className="text-[1.125rem] font-bold">
        {site.messages.story.storySoFar}
      </h2>
      <ol className="mt-3 space-y-3">
        {parts.map((part) => (
          <li key={part.slug} className={`border-l-3 pl-4 ${part === present ? 'border-seal' : 'border-rule'}`}>
            {part === present ? (
              <p aria-current="page" className="font-bold">
                <Words text={part.headline} />{' '}
                <span className="label font-normal text-soft">{site.messages.story.thisPart}</span>
              </p>
            ) : (
              <a href={articlePath(part.slug)} className="inline-block py-0.5 underline">
                <Words text={part.headline} />
              </a>
            )}
            <StoryDay site={site} article={part} />
          </li>
        ))}
      </ol>
    </nav>
  )
