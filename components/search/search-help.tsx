import { Words } from '#components/site/words'
import { latestPath, searchResultsPath, topicsPath } from '#lib/rules/links'
import type { SearchHelp as Help } from '#lib/types'

type Props = Help & { q: string; hasFilters: boolean }

/** What somebody who found nothing may try next. */
export const SearchHelp = ({ q, hasFilters, didYouMean, singleWords }: Props) => (
  <div className="max-w-measure space-y-4">
    {didYouMean && (
      <p className="text-[1.25rem]">
        Did you mean <SearchLink q={didYouMean} />?
      </p>
    )}
    <ul className="list-[square] space-y-2 pl-5 text-soft marker:text-seal">
      {singleWords.length > 0 && (
        <li>
          Stories have to have every word. Try fewer:{' '}
          {singleWords.map((word, index) => (
            <span key={word}>
              {index > 0 && ', '}
              <SearchLink q={word} />
            </span>
          ))}
        </li>
      )}
      {hasFilters && (
        <li>
          Search <SearchLink q={q} text="all topics and days" />
        </li>
      )}
      <li>
        Look through the{' '}
        <a href={topicsPath} className="inline-block py-0.5 text-ink underline">
          topics
        </a>{' '}
        or the{' '}
        <a href={latestPath} className="inline-block py-0.5 text-ink underline">
          latest stories
        </a>
      </li>
    </ul>
  </div>
)

const SearchLink = ({ q, text = q }: { q: string; text?: string }) => (
  <a href={searchResultsPath({ q })} className="inline-block py-0.5 font-bold break-words text-ink underline">
    <Words text={text} />
  </a>
)
