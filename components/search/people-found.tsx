import { Words } from '#components/site/words'
import { personPath } from '#lib/rules/links'
import type { Person } from '#lib/types'

/** The pages of those whose name was searched for; absent when there are none. */
export const PeopleFound = ({ people }: { people: Person[] }) =>
  people.length > 0 && (
    <ul className="max-w-measure space-y-4">
      {people.map(({ slug, name, nativeName }) => (
        <li key={slug} className="border-l-3 border-seal pl-5">
          <p className="label font-bold text-seal">Person</p>
          <h3 className="text-[1.5rem] leading-[1.2] font-bold">
            <a href={personPath(slug)} className="hover:underline">
              {name}
              {nativeName && (
                <>
                  {' '}
                  (<span lang={nativeName.lang}>{nativeName.text}</span>)
                </>
              )}
            </a>
          </h3>
          <p className="text-soft">
            Every quotation of <Words text={name} />, with the title held that day.
          </p>
        </li>
      ))}
    </ul>
  )
