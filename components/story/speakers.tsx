import { Words } from '#components/site/words'
import { count } from '#lib/rules/count'
import { personPath } from '#lib/rules/links'
import type { Person } from '#lib/types'

type Props = { quotations: number; people: Person[] }

/** Who speaks in a story: `5 quotations from 3 people: …`, each name a link; absent when nobody does. */
export const Speakers = ({ quotations, people }: Props) =>
  quotations > 0 && (
    <p className="text-soft">
      {count(quotations, 'quotation', 'quotations')} from {count(people.length, 'person', 'people')}:{' '}
      {people.map(({ slug, name }, index) => (
        <span key={slug}>
          {index > 0 && ', '}
          <a href={personPath(slug)} className="text-ink underline decoration-seal">
            <Words text={name} />
          </a>
        </span>
      ))}
    </p>
  )
