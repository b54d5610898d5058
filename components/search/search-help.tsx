import type { ReactNode } from 'react'
import { Sentence } from '#components/site/sentence'
import { Words } from '#components/site/words'
import { latestPath, searchResultsPath, topicsPath } from '#lib/rules/links'
import type { SearchHelp as Help, Site } from '#lib/types'

type Props = Help & { site: Site; q: string; hasFilters: boolean }

/** What somebody who found nothing may try next. */
export const SearchHelp = ({ site: { messages }, q, hasFilters, didYouMean, singleWords }: Props) => (
  <div className="max-w-measure space-y-4">
    {didYouMean && (
      <p className="text-[1.25rem]">
        <Sentence parts={messages.search.didYouMean(<SearchLink q={didYouMean} />)} />
      </p>
    )}
    <ul className="list-[square] space-y-2 pl-5 text-soft marker:text-seal">
      {singleWords.length > 0 && (
        <li>
          <Sentence
            parts={messages.search.tryFewer<ReactNode>(
              singleWords.map((word, index) => (
                <span key={word}>
                  {index > 0 && messages.site.listSeparator}
                  <SearchLink q={word} />
                </span>
              )),
            )}
          />
        </li>
      )}
      {hasFilters && (
        <li>
          <Sentence parts={messages.search.withoutFilters((text) => <SearchLink q={q} text={text} />)} />
        </li>
      )}
      <li>
        <Sentence
          parts={messages.search.lookThrough(
            (text) => <PageLink href={topicsPath} text={text} />,
            (text) => <PageLink href={latestPath} text={text} />,
          )}
        />
      </li>
    </ul>
  </div>
)

const PageLink = ({ href, text }: { href: string; text: string }) => (
  <a href={href} className="inline-block py-0.5 text-ink underline">
    {text}
  </a>
)

const SearchLink = ({ q, text = q }: { q: string; text?: string }) => (
  <a href={searchResultsPath({ q })} className="inline-block py-0.5 font-bold break-words text-ink underline">
    <Words text={text} />
  </a>
)
