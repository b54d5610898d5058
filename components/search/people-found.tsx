import { Sentence } from '#components/site/sentence'
import { Words } from '#components/site/words'
import { personPath } from '#lib/rules/links'
import type { Person, Site } from '#lib/types'

/** The pages of those whose name was searched for; absent when there are none. */
export const PeopleFound = ({ site: { messages }, people }: { site: Site; people: Person[] }) =>
  people.length > 0 && (
    <ul className="max-w-measure space-y-4">
      {people.map(({ slug, name, nativeName }) => (
        <li key={slug} className="border-l-3 border-seal pl-5">
          <p className="label font-bold text-seal">{messages.people.label}</p>
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
            <Sentence parts={messages.search.everyQuotationOf(<Words text={name} />)} />
          </p>
        </li>
      ))}
    </ul>
  )
