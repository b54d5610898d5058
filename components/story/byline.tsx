import { Words } from '#components/site/words'
import { authorPath } from '#lib/rules/links'
import type { Author } from '#lib/types'

/** Who wrote a story, each name a link. */
export const Byline = ({ authors }: { authors: Author[] }) => (
  <p>
    By{' '}
    {authors.map(({ slug, name }, index) => (
      <span key={slug}>
        {separator(index, authors.length)}
        <a href={authorPath(slug)} className="font-bold underline decoration-seal">
          <Words text={name} />
        </a>
      </span>
    ))}
  </p>
)

const separator = (index: number, count: number) => (index === 0 ? '' : index === count - 1 ? ' and ' : ', ')
