import type { ReactNode } from 'react'
import { Sentence } from '#components/site/sentence'
import { Words } from '#components/site/words'
import { personPath } from '#lib/rules/links'
import type { Person, Site } from '#lib/types'

type Props = { site: Site; quotations: number; people: Person[] }

/** Who speaks in a story: `5 quotations from 3 people: …`, each name a link; absent when nobody does. */
export const Speakers = ({ site: { messages }, quotations, people }: Props) =>
  quotations > 0 && (
    <p className="text-soft">
      <Sentence
        parts={messages.story.speakers<ReactNode>(
          quotations,
          people.length,
          people.map(({ slug, name }, index) => (
            <span key={slug}>
              {index > 0 && messages.site.listSeparator}
              <a href={personPath(slug)} className="text-ink underline decoration-seal">
                <Words text={name} />
              </a>
            </span>
          )),
        )}
      />
    </p>
  )
