import { Words } from '#components/site/words'

/** An entry of an index: its link, its name, and its number of stories or quotations. */
export type IndexEntry = { href: string; title: string; note?: string | undefined; count?: string | undefined }

type Props = { entries: IndexEntry[]; whenEmpty: string }

/** A list of topics, authors, people or periods. */
export const IndexList = ({ entries, whenEmpty }: Props) =>
  entries.length === 0 ? (
    <p className="text-soft">{whenEmpty}</p>
  ) : (
    <ul className="grid gap-x-8 gap-y-6 md:grid-cols-2 lg:grid-cols-3">
      {entries.map(({ href, title, note, count }) => (
        <li key={href} className="border-t border-rule pt-3">
          <a href={href} className="text-[1.25rem] font-bold hover:underline">
            <Words text={title} />
          </a>
          {note && (
            <p className="mt-1 text-soft">
              <Words text={note} />
            </p>
          )}
          {count && <p className="label mt-1 text-soft">{count}</p>}
        </li>
      ))}
    </ul>
  )
