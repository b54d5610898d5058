import type { ReactNode } from 'react'
import { Sentence } from '#components/site/sentence'
import { Words } from '#components/site/words'
import { authorPath } from '#lib/rules/links'
import type { Author, Site } from '#lib/types'

/** Who wrote a story, each name a link. */
export const Byline = ({ site: { messages }, authors }: { site: Site; authors: Author[] }) => (
  <p>
    <Sentence
      parts={messages.story.by<ReactNode>(
        authors.map(({ slug, name }, index) => (
          <span key={slug}>
            {messages.story.authorSeparator(index, authors.length)}
            <a href={authorPath(slug)} className="font-bold underline decoration-seal">
              <Words text={name} />
            </a>
          </span>
        )),
      )}
    />
  </p>
)
